"""A hint helps its owner and nobody else."""

from __future__ import annotations

import pytest

from champion_app.domain.passphrases import refuse_unusable
from champion_app.faults import HintTells


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("purple teapot 42", "purple teapot"),
        ("purple teapot 42", "24 topaet elprup"),
        ("rain on the tin roof", "it is RAIN-ON-THE-TIN-ROOF!"),
        ("rain on the tin roof", "rain on the tin"),
        ("correct horse", "horse? correct!"),
    ],
)
def test_a_hint_that_gives_half_of_it_away_is_refused(passphrase: str, hint: str) -> None:
    with pytest.raises(HintTells):
        refuse_unusable(passphrase, hint)


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("purple teapot 42", "tea at Nan's"),
        ("rain on the tin roof", "the shed"),
        ("correct horse", ""),
        ("????????", "!"),
    ],
)
def test_a_hint_that_only_reminds_is_taken(passphrase: str, hint: str) -> None:
    refuse_unusable(passphrase, hint)
