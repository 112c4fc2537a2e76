"""Every fault of the list (RELIABILITY 4) has a test that is named after it: ``test_F17_corrupt_page_offers_...``.

Some can only be shown whole on Windows, macOS or a real stick or printer. What our code does about them is tested here
all the same; the rest stands in the README under "Tests by hand", each with the number of its fault.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FAULTS = tuple(f"F{number:02}" for number in range(1, 82))
NAMED = re.compile(r"test_((?:F\d\d_)+)\w")

BY_HAND = {  # why a person has to see it, on a computer that we do not have here
    "F11": "a laptop falls asleep in the middle of a save: no test can close a lid",
    "F25": "Windows alone knows which drive letter is a stick or a share",
    "F26": "a stick that is really pulled out, and what its own memory does then",
    "F28": "two people of one Windows computer, and two laptops on one share",
    "F31": "a virus scanner that holds or takes away the program",
    "F39": "Caps Lock as Windows and macOS tell it, and another keyboard layout",
    "F41": "the computer's own lock and sleep, which each system announces in its own way",
    "F72": "a printer that is switched off, and one that runs out of paper",
    "F73": "a printer that takes two sheets at once",
    "F74": "a PDF open in Acrobat on Windows, which locks it",
    "F80": "taking Champion off Windows and macOS",
}


def fault_tests(code: str) -> dict[str, list[bool]]:
    """The faults that a file of tests names, each with whether such a test is run every time (not only when heavy)."""
    found: dict[str, list[bool]] = {}
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef) and (named := NAMED.match(node.name)):
            always = not any("mark.heavy" in ast.unparse(each) for each in node.decorator_list)
            for fault in re.findall(r"F\d\d", named[1]):
                found.setdefault(fault, []).append(always)
    return found


def all_fault_tests() -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for fault, always in fault_tests(path.read_text(encoding="utf-8")).items():
            found.setdefault(fault, []).extend(always)
    return found


def test_every_fault_has_a_test_named_after_it() -> None:
    found = all_fault_tests()
    assert [fault for fault in FAULTS if fault not in found] == []


def test_every_fault_has_a_test_that_is_run_every_time() -> None:
    found = all_fault_tests()
    assert [fault for fault in FAULTS if fault in found and not any(found[fault])] == []


def test_no_test_names_a_fault_that_is_not_on_the_list() -> None:
    assert sorted(all_fault_tests().keys() - set(FAULTS)) == []


@pytest.mark.parametrize("fault", sorted(BY_HAND))
def test_what_only_a_person_can_see_stands_in_the_list_by_hand(fault: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    by_hand = readme.partition("Tests by hand")[2]
    assert re.search(rf"\b{fault}\b", by_hand), f"README, Tests by hand: {fault} is missing ({BY_HAND[fault]})"


def test_a_name_without_a_test_would_be_found() -> None:
    code = "@pytest.mark.heavy\ndef test_F07_x(): ...\ndef test_F08_F10_y(): ...\ndef test_F9_z(): ...\n"
    assert fault_tests(code) == {"F07": [False], "F08": [True], "F10": [True]}
