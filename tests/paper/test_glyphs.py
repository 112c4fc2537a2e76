"""What cannot be printed is known before printing."""

from __future__ import annotations

from pathlib import Path

import pytest

from champion_app import assets
from champion_app.faults import PaperFailed
from champion_app.paper import fonts, glyphs, shaping

LANGUAGES = {
    "Welsh": "ŵŷŴŶâêîôûäëïöüẁẃẅỳáéíóúÿ",
    "Polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "Romanian": "ăâîșțĂÂÎȘȚ",
    "Lithuanian": "ąčęėįšųūž",
    "Turkish": "çğıöşüİ",
    "Somali and English": "abc xyz ABC XYZ 0123456789 £€%&@#'\"“”‘’–—…•½",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Urdu": "اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے۔،؟",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤإأآ٠١٢٣",
    "Punjabi": "ਅਆਇਈਉਊਏਐਓਔਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜਸਹ੦੧੨ਾਿੀੁੂੇੈੋੌੰੱ਼੍",
    "Bengali": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎ০১২ািীুূৃেৈোৌ্ংঃঁ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_families_speak_can_be_printed(language: str) -> None:
    assert glyphs.unprintable(LANGUAGES[language]) == []


def test_f66_what_cannot_be_printed_is_named_once_in_order() -> None:
    found = glyphs.unprintable("→ tea 😀 tea 😀 \x00\u200d שלום\n→")
    assert found == ["→", "😀", "ש", "ל", "ו", "ם"]
    assert glyphs.described(found[:2]) == "→ (rightwards arrow), 😀 (grinning face)"


def test_without_harfbuzz_joined_scripts_are_reported_not_mangled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "AVAILABLE", False)
    assert glyphs.unprintable("Help: مدد") == ["م", "د"]


@pytest.mark.parametrize("family", fonts.FAMILIES, ids=lambda family: family.folder)
def test_each_font_is_there_with_its_licence(family: fonts.Family) -> None:
    assert "SIL Open Font License" in assets.resource("fonts", family.folder, "OFL.txt").read_text("utf-8")
    for bold in (False, True):
        assert fonts.face(family, bold).name.isascii()
    assert not fonts.bundled()[1]


def test_f75_a_missing_font_is_found_at_start_and_named_when_printing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = fonts.font_file

    def gone(family: fonts.Family, bold: bool) -> Path:
        return tmp_path / "NotoSansBengali-Bold.ttf" if family is fonts.BENGALI and bold else real(family, bold)

    monkeypatch.setattr(fonts, "font_file", gone)
    assert fonts.bundled()[1] == ("NotoSansBengali-Bold.ttf",)
    with pytest.raises(PaperFailed, match="NotoSansBengali-Bold"):
        fonts.Face(fonts.BENGALI, True)
    (tmp_path / "NotoSansBengali-Bold.ttf").write_bytes(b"\0\1\0\0 cut short")
    with pytest.raises(PaperFailed, match="NotoSansBengali-Bold"):
        fonts.Face(fonts.BENGALI, True)


def test_a_fonts_own_widths_are_in_thousandths() -> None:
    face = fonts.face(fonts.LATIN, False)
    assert face.words["iii"] == pytest.approx(3 * face.widths["i"])
    assert 200 < face.widths["n"] < 700
