"""The key file: what opens it, what does not, and that a wrong secret is never mistaken for damage (F37-F40)."""

from __future__ import annotations

import hashlib
import json
import random
import secrets
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.passphrases import LEAST, Grade, delay_after, rated, refuse_unusable
from champion_app.domain.recovery_codes import GROUPS, LENGTH, LONG, SIGNS, RecoveryCode, meant_as_code
from champion_app.faults import (
    CodeSlip,
    HintTells,
    KeyFileDamaged,
    KeyFileMissing,
    PassphraseShort,
    TooLargeAtOnce,
    WrongCode,
    WrongPassphrase,
)
from champion_app.store import keys
from champion_app.store.key_file import as_bytes
from champion_app.store.keys import Cost, KeyFile

QUICK = Cost(n=2**4, r=1)
WORDS = "three kettles on the moon"
KEY = bytes(range(32))


@pytest.fixture(scope="module")
def code() -> str:
    return keys.new_code()


@pytest.fixture(scope="module")
def key_file(code: str) -> KeyFile:
    return keys.new_key_file(KEY, WORDS, code, "a journey", cost=QUICK)


@pytest.fixture
def path(tmp_path: Path, key_file: KeyFile) -> Path:
    """Where a binder would be; its two key files are there."""
    keys.write(tmp_path / "binder.champion", key_file)
    return tmp_path / "binder.champion"


# ---------------------------------------------------------------- secrets


def test_passphrase_and_code_give_the_key_at_the_real_cost(code: str) -> None:
    real = keys.new_key_file(KEY, WORDS, code)
    assert {slot.cost for slot in real.slots.values()} == {Cost(2**16, 8, 1)}
    assert keys.unlock(real, WORDS) == keys.unlock(real, code) == KEY
    with pytest.raises(WrongPassphrase):
        keys.unlock(real, WORDS + "!")


def test_F37_a_wrong_passphrase_is_a_failed_seal_and_nothing_else(key_file: KeyFile) -> None:
    for wrong in ("", " ", "three kettles on the mooN", WORDS + " ", "\0", "x" * 5_000, "\ud800", KEY.hex()):
        with pytest.raises(WrongPassphrase):
            keys.unlock(key_file, wrong)
    with pytest.raises(WrongCode):
        keys.unlock(key_file, keys.new_code())


def test_F39_the_same_letters_open_it_however_they_are_written(code: str) -> None:
    said = "Llŷr a’r ŵyn café 家"
    for kept in ("NFC", "NFD"):
        file = keys.new_key_file(KEY, unicodedata.normalize(kept, said), code, cost=QUICK)
        for form in ("NFC", "NFD"):
            for end in ("", "\n", "\r\n"):
                assert keys.unlock(file, unicodedata.normalize(form, said) + end) == KEY
    odd = keys.new_key_file(KEY, "half a pair \ud800", code, cost=QUICK)
    assert keys.unlock(odd, "half a pair \ud800") == KEY


def forms(code: str) -> list[str]:
    """One code as people type it."""
    groups = [code[start : start + LONG] for start in range(0, LENGTH, LONG)]
    alike = {"0": "Oo", "1": "IlL", "2": "zZ", "5": "sS", "8": "bB", "6": "gG", "V": "uU"}
    chance = random.Random(code)
    sloppy = "".join(chance.choice(alike.get(sign, sign)) for sign in code)
    return [
        code, code.lower(), "-".join(groups), " ".join(groups), "\u2013".join(groups), "\n".join(groups) + "\n",
        "  ".join(" ".join(group) for group in groups), sloppy, sloppy.lower(), f"\u00a0{code}\u200b",
        "".join(chr(ord(sign) + 0xFEE0) for sign in code), code.replace("0", "Q"), "_".join(groups), f"({code})",
    ]  # fmt: skip


def test_F38_a_recovery_code_is_taken_in_every_form_people_type(key_file: KeyFile, code: str) -> None:
    for typed in forms(code):
        assert keys.unlock(key_file, typed) == KEY, typed
    for made in (keys.new_code() for _ in range(200)):
        assert {keys.normalised_code(typed) for typed in forms(made)} == {made}


def test_a_code_has_no_look_alikes_and_is_never_the_same() -> None:
    assert not set(SIGNS) & set("OQILZSBGU") and len(SIGNS) == len(set(SIGNS)) == 27
    made = {keys.new_code() for _ in range(500)}
    assert len(made) == 500 and all(len(code) == LENGTH for code in made)
    assert {sign for code in made for sign in code} == set(SIGNS)
    assert "ABC" not in repr(RecoveryCode("ABC", date(2026, 11, 22)))


@pytest.mark.parametrize("place", range(LENGTH))
def test_any_one_wrong_sign_is_named_by_its_group(place: int) -> None:
    group = ("first", "second", "third", "fourth")[place // LONG]
    for code in (keys.new_code() for _ in range(3)):
        for sign in set(SIGNS) - {code[place]}:
            with pytest.raises(CodeSlip, match=f"the {group} group"):
                keys.normalised_code(code[:place] + sign + code[place + 1 :])


def test_neighbours_and_groups_that_changed_places_are_noticed() -> None:
    for code in (keys.new_code() for _ in range(100)):
        for place in range(LENGTH - 1):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            if swapped != code and place % LONG != LONG - 1:
                with pytest.raises(CodeSlip):
                    keys.normalised_code(swapped)
        groups = [code[start : start + LONG] for start in range(0, LENGTH, LONG)]
        with pytest.raises(CodeSlip, match="second and third groups"):
            keys.normalised_code("".join((groups[0], groups[2], groups[1], groups[3])))


def test_a_code_that_is_too_short_is_counted_or_its_group_is_named(code: str) -> None:
    with pytest.raises(CodeSlip, match="23 were typed"):
        keys.normalised_code(code[:-1])
    with pytest.raises(CodeSlip, match="0 were typed"):
        keys.normalised_code("")
    groups = [code[start : start + LONG] for start in range(0, LENGTH, LONG)]
    with pytest.raises(CodeSlip, match="the third group"):
        keys.normalised_code("-".join((groups[0], groups[1], groups[2][:5], groups[3])))
    with pytest.raises(CodeSlip, match="the first group"):
        keys.normalised_code("-".join(("é" + groups[0][1:], *groups[1:])))


def test_a_wrong_passphrase_of_24_letters_is_not_taken_for_a_code(key_file: KeyFile, code: str) -> None:
    assert not meant_as_code("correct horse battery stapl")
    slip = code[:3] + SIGNS[(SIGNS.index(code[3]) + 1) % 27] + code[4:]
    with pytest.raises(CodeSlip, match="first"):
        keys.unlock(key_file, slip)
    assert GROUPS * LONG == LENGTH


def test_a_new_passphrase_ends_the_old_one_and_leaves_the_code(key_file: KeyFile, code: str) -> None:
    changed = keys.rewrap(key_file, KEY, passphrase="another one altogether", cost=QUICK)
    assert keys.unlock(changed, "another one altogether") == keys.unlock(changed, code) == KEY
    assert (changed.key_id, changed.hint, changed.edition) == (key_file.key_id, "a journey", key_file.edition + 1)
    with pytest.raises(WrongPassphrase):
        keys.unlock(changed, WORDS)
    recoded = keys.rewrap(key_file, KEY, code=keys.new_code(), cost=QUICK)
    assert keys.unlock(recoded, WORDS) == KEY
    with pytest.raises(WrongCode):
        keys.unlock(recoded, code)


def test_a_key_file_gives_away_neither_key_nor_secrets(path: Path, code: str) -> None:
    for place in keys.places(path):
        said = place.read_text(encoding="ascii").casefold()
        assert KEY.hex() not in said and code.casefold() not in said and WORDS not in said
    assert "wrapped" not in repr(keys.read(path))


def test_slots_cannot_be_exchanged(key_file: KeyFile, code: str) -> None:
    turned = KeyFile(key_file.key_id, {"passphrase": key_file.slots["code"], "code": key_file.slots["passphrase"]})
    with pytest.raises(WrongPassphrase):
        keys.unlock(turned, WORDS)
    with pytest.raises(WrongCode):
        keys.unlock(turned, code)


# ---------------------------------------------------------------- two copies


@pytest.mark.parametrize("gone", [0, 1])
def test_F40_a_missing_copy_is_made_again_from_the_other(path: Path, key_file: KeyFile, gone: int) -> None:
    place = keys.places(path)[gone]
    whole = place.read_bytes()
    place.unlink()
    assert keys.has_keys(path) and keys.read(path) == key_file
    assert place.read_bytes() == whole


def damaged(content: bytes) -> list[bytes]:
    """A key file in the states a disk or a helpful editor leaves it in."""
    said = json.loads(content)
    return [
        b"", content[:-1], content[: len(content) // 2], bytes(len(content)), b"[" * 100_000, b"\xff" + content,
        content + b" ", content.replace(b"\n", b"\r\n"), content.replace(b'"edition": 1', b'"edition": 9'),
        json.dumps({**said, "hint": "other"}).encode(), json.dumps([said]).encode(), b"null", b"{}",
        json.dumps({**said, "slots": 3}).encode(), b"NaN", secrets.token_bytes(900),
    ]  # fmt: skip


def test_F40_a_damaged_copy_is_put_right_from_the_other(path: Path, key_file: KeyFile) -> None:
    whole = keys.places(path)[0].read_bytes()
    for place in keys.places(path):
        for content in damaged(whole):
            place.write_bytes(content)
            assert keys.read(path) == key_file
            assert place.read_bytes() == whole


def test_F40_every_flipped_bit_of_a_key_file_is_noticed(path: Path, key_file: KeyFile) -> None:
    first, second = keys.places(path)
    whole = first.read_bytes()
    second.unlink()
    chance = random.Random(40)
    for _ in range(300):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        first.write_bytes(content)
        with pytest.raises(KeyFileDamaged):
            keys.read(path)
        assert first.read_bytes() == content and not second.exists()  # kept as they are: somebody may mend them


def test_F40_both_copies_damaged_is_said_and_is_never_a_wrong_passphrase(path: Path, key_file: KeyFile) -> None:
    for place in keys.places(path):
        place.write_bytes(place.read_bytes()[:-4])
    with pytest.raises(KeyFileDamaged) as raised:
        keys.read(path)
    said = raised.value.sentence()
    assert "damaged" in said and "passphrase is not at fault" in said and "second place" in said
    folder = path.with_name("binder-backups")
    folder.mkdir()
    for number in (1, 2):
        backup = folder / f"00000{number} 2026-11-22 1200 close{keys.BACKUP}"
        backup.write_bytes(b"a locked backup")
        keys.write(backup, key_file)
    with pytest.raises(KeyFileDamaged, match=r"inside the newest backup: 000002 .*\.key"):
        keys.read(path)
    assert list(keys.kept_in(folder)) == [key_file] * 4
    keys.mend_with(path, key_file)
    assert keys.read(path) == key_file
    assert len(list(path.parent.glob("binder.champion.key-*Z"))) == 2  # the damaged ones are kept


def test_F40_both_copies_missing(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing, match=r"binder\.champion\.key where the binder came from"):
        keys.read(tmp_path / "binder.champion")


def test_of_two_editions_the_newer_one_counts(path: Path, key_file: KeyFile) -> None:
    newer = keys.rewrap(key_file, KEY, passphrase="another one altogether", cost=QUICK)
    old = keys.places(path)[0].read_bytes()
    for interrupted in keys.places(path):
        keys.write(path, newer)
        interrupted.write_bytes(old)
        assert keys.read(path) == newer
        assert all(place.read_bytes() != old for place in keys.places(path))


def test_copies_of_two_different_keys_are_both_kept(path: Path, key_file: KeyFile, code: str) -> None:
    other = keys.new_key_file(bytes(32), "the other passphrase", code, cost=QUICK)
    keys.write_copy(path, other)
    before = [place.read_bytes() for place in keys.places(path)]
    assert keys.readings(path) == [key_file, other]
    assert [place.read_bytes() for place in keys.places(path)] == before


def test_setting_aside_twice_in_a_second_keeps_everything(path: Path, key_file: KeyFile) -> None:
    for _ in range(3):
        keys.set_aside(path)
        assert not keys.has_keys(path)
        keys.write(path, key_file)
    assert len(list(path.parent.glob("binder.champion.key*"))) == 8


def priced(key_file: KeyFile, cost: Cost, edition: int = 1) -> KeyFile:
    slots = {name: keys.Slot(cost, slot.salt, slot.nonce, slot.wrapped) for name, slot in key_file.slots.items()}
    return KeyFile(key_file.key_id, slots, edition=edition)


TOO_DEAR = (
    Cost(2**30), Cost(3), Cost(2**16, 10_000), Cost(2**16, 8, 0), Cost(0), Cost(2**20, 16), Cost(2**20, 16, 4),
    Cost(2**16, 1), Cost(2**21, 1), Cost(2**10, 8.0),  # type: ignore[arg-type]
)  # fmt: skip


def test_a_price_that_nobody_could_pay_is_damage(path: Path, key_file: KeyFile) -> None:
    for cost in TOO_DEAR:
        keys.write(path, priced(key_file, cost))
        with pytest.raises(KeyFileDamaged):
            keys.read(path)


def test_F40_a_copy_at_such_a_price_never_takes_the_place_of_the_good_one(path: Path, key_file: KeyFile) -> None:
    whole = keys.places(path)[0].read_bytes()
    for cost in TOO_DEAR:
        keys.write_copy(path, priced(key_file, cost, edition=999))
        assert keys.unlock(keys.read(path), WORDS) == KEY
        assert [place.read_bytes() for place in keys.places(path)] == [whole, whole]


def test_F12_a_guess_that_finds_no_memory_is_said_in_words(
    key_file: KeyFile, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error in (MemoryError, ValueError):  # whichever OpenSSL makes of it

        def none_left(*told: object, error: type[Exception] = error, **more: object) -> bytes:
            raise error

        monkeypatch.setattr(hashlib, "scrypt", none_left)
        for secret in (WORDS, code):
            with pytest.raises(TooLargeAtOnce):
                keys.unlock(key_file, secret)


def test_every_key_file_of_the_same_key_is_changed_and_no_other(path: Path, key_file: KeyFile, code: str) -> None:
    same = ("binder.champion.set-aside-0001-20261122T101010Z", "binder.champion.restoring", "binder.champion")
    for name in same:
        keys.write(path.with_name(name), key_file)
    keys.set_aside(path)
    keys.write(path, key_file)
    half = path.with_name(".binder.champion-0123abcd.part")
    half.write_bytes(keys.places(path)[0].read_bytes())
    other = keys.new_key_file(bytes(32), "the other passphrase", code, cost=QUICK)
    keys.write(path.with_name("binder.champion.set-aside-0002-20261122T101010Z"), other)
    keys.write(path.with_name("somebody.champion"), key_file)
    before = {place.name: place.read_bytes() for place in path.parent.iterdir()}
    newer = keys.rewrap(key_file, KEY, passphrase="another one altogether", cost=QUICK)
    changed, left = keys.renew_in(path.parent, newer, path.name)
    assert left == [] and {place.read_bytes() for place in changed} == {as_bytes(newer)}
    assert half in changed and len(changed) == 2 * len(same) + 3
    untouched = {name for name in before if path.with_name(name) not in changed}
    assert len(untouched) == 4 and all(path.with_name(name).read_bytes() == before[name] for name in untouched)


def test_key_files_lie_beside_the_file_that_a_link_points_at(path: Path, key_file: KeyFile) -> None:
    path.write_bytes(b"a binder")
    link = path.with_name("link.champion")
    link.symlink_to(path)
    assert keys.places(link) == keys.places(path) and keys.read(link) == key_file
    for place in keys.places(path):  # as an earlier Champion left them
        place.rename(place.with_name(place.name.replace("binder", "link")))
    assert keys.has_keys(link) and keys.read(link) == key_file == keys.read(path)
    keys.remove(link)
    assert not keys.has_keys(link) and not keys.has_keys(path)


# ---------------------------------------------------------------- passphrases


def test_a_short_passphrase_and_a_hint_that_tells_are_refused() -> None:
    refuse_unusable("x" * LEAST, "")
    refuse_unusable(WORDS, "what boils")
    for short in ("", "seven77", "seven77\n\n"):
        with pytest.raises(PassphraseShort):
            refuse_unusable(short)
    for told in (WORDS, f"It is {WORDS.upper()}!", "threekettlesonthemoon", WORDS[::-1], "three-kettles-on the moon"):
        with pytest.raises(HintTells):
            refuse_unusable(WORDS, told)


@pytest.mark.parametrize(
    ("passphrase", "grades"),
    [
        ("", {Grade.TOO_SHORT}),
        ("seven77", {Grade.TOO_SHORT}),
        ("password", {Grade.WEAK}),
        ("Passw0rd2026", {Grade.WEAK}),
        ("aaaaaaaaaaaaaaaaaaaa", {Grade.WEAK}),
        ("abcdefghijklmnop", {Grade.WEAK}),
        ("1234567890", {Grade.WEAK}),
        ("qwertyuiop", {Grade.WEAK}),
        ("tulip chair", {Grade.FAIR}),
        ("k9$mPq2!xT", {Grade.FAIR, Grade.GOOD}),
        ("tulip chair engine", {Grade.GOOD}),
        (WORDS, {Grade.STRONG}),
        ("Llŷr a’r ŵyn yn canu", {Grade.GOOD, Grade.STRONG}),
    ],
)
def test_a_rating_is_in_words(passphrase: str, grades: set[Grade]) -> None:
    rating = rated(passphrase)
    assert rating.grade in grades
    assert bool(rating.advice) == (rating.grade not in {Grade.GOOD, Grade.STRONG})


def test_F37_waiting_grows_to_a_minute_and_no_further() -> None:
    assert [delay_after(number) for number in range(11)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert delay_after(10**9) == 60
