"""One answer of the self-assessment, on the disk when the call returns, beside one page forced to the same disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle

from champion_app.domain.rounds import Answer
from champion_app.tasks import assessment, binders
from tests.benchmarks import disk, full_binders
from tests.benchmarks.measure import Bench, Row, timed_in_turn

PAGE = 4096
EACH_ROUND = 20


def rows(bench: Bench) -> Iterator[Row]:
    """Twenty answers a round, each a COMMIT of its own."""
    binder = binders.open_binder(full_binders.three_years(bench.folder, "save.champion"))
    answers = cycle((Answer.NOT_YET, Answer.IN_PROGRESS, Answer.IN_PLACE))
    force = os.fdatasync if hasattr(os, "fdatasync") else os.fsync
    with closing(binder), (bench.folder / "page").open("wb") as file:
        a_round = assessment.all_rounds(binder)[-1].id
        pages = cycle((os.urandom(PAGE), os.urandom(PAGE)))

        def write_page() -> None:
            os.pwrite(file.fileno(), next(pages), 0)
            force(file.fileno())

        def save_answer() -> None:
            assessment.answer_criterion(binder, a_round, "4.2", next(answers))

        floor, ours = timed_in_turn(write_page, save_answer, bench.rounds * EACH_ROUND, warm_up=3)
    note = f"{len(ours.values)} answers, the slowest {ours.worst:.0f} ms."
    if disk.in_memory(bench.folder):
        note += " No disk to be found here, only memory: the floor is too low."
    yield Row("save", "one answer, durably saved", ours, floor, ratio=10, note=note)
