"""The exposure of every skill after one rating, against a bare product of matrices; and the window meanwhile."""

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.beat import HOLD_LIMIT, SETTLING_MS, Beat, Typist, let_run
from benchmarks.rating_stage import application, rating_page, window_on
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results, analyse
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.skill import Link, Skill
from impactapp.domain.study import Study
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.charts.panel import ChartPanel
from tests import builders

PROFESSIONS, TASKS, SKILLS = 200, 30, 15
RECOMPUTE_LIMIT = 0.050
ROUNDS, CELLS, RHYTHM_MS = 30, 40, 250


def measure() -> list[tuple[str, float, float]]:
    """What recomputing takes beyond the bare product, over 50 ms; the longest hold of the window, over 50 ms."""
    study = skilled(PROFESSIONS)
    beyond = _recomputing(study) - _bare_product()
    with tempfile.TemporaryDirectory() as name, window_on(Path(name), study) as window:
        held = _while_typing(window)
    size = f"{PROFESSIONS} × {TASKS} × {SKILLS}"
    return [
        (f"exposure of {size} after one rating, beyond a bare numpy product / 50 ms", beyond / RECOMPUTE_LIMIT, 1.0),
        (f"longest hold, {CELLS} ratings with the map of skills in sight, {size} / 50 ms", held / HOLD_LIMIT, 1.0),
    ]


def skilled(professions: int) -> Study:
    """Every activity of every profession practises every skill."""
    made = builders.large(professions, TASKS)

    def skill(profession_id: str, number: int, task_ids: list[str]) -> Skill:
        links = tuple(
            Link(task_id, 1 + (at + number) % 3, formative=at % 2 == 0) for at, task_id in enumerate(task_ids)
        )
        return Skill(
            f"{profession_id}-k{number}",
            f"Compétence {number}",
            links=tuple(sorted(links, key=lambda link: link.task_id)),
        )

    return replace(
        made,
        professions=tuple(
            replace(p, skills=tuple(skill(p.id, number, [task.id for task in p.tasks]) for number in range(SKILLS)))
            for p in made.professions
        ),
    )


def _task_of(link: Link) -> str:
    return link.task_id


def _recomputing(study: Study) -> float:
    """Median seconds from a rating that changed to new results."""
    results: Results = analyse(study)
    seconds = []
    for number in range(ROUNDS):
        edit = _another_level(results.study.professions[number].tasks[0])
        changed = edit.change(results.study)
        begun = time.perf_counter()
        results = analyse(changed, results)
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


def _another_level(task: Task) -> Edit:
    """A rating that changes the task."""
    low, high = (task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis)
    if high is not Level.FORT:
        return rate([Cell(task.id, Hypothesis.HIGH, Aspect.SUBSTITUTION)], Level.FORT)
    other = Level.FAIBLE if low is not Level.FAIBLE else Level.MOYEN
    return rate([Cell(task.id, Hypothesis.LOW, Aspect.SUBSTITUTION)], other)


def _bare_product() -> float:
    """Median seconds of practice × substitution rates for all professions, both hypotheses."""
    random = np.random.default_rng(1)
    practice = random.random((PROFESSIONS, SKILLS, TASKS))
    rates = random.random((PROFESSIONS, TASKS, 2))
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        np.matmul(practice, rates)
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


def _while_typing(window: MainWindow) -> float:
    """Rate with the map in a window of its own, that follows each result; the longest hold in seconds."""
    panel = ChartPanel(window.session, ("skill_map",))
    panel.resize(1060, 700)
    panel.show()
    profession = window.session.profession
    assert profession is not None
    subject = Subject(profession.id)
    window.session.results_ready.connect(lambda results: panel.show_results(results, subject))
    let_run(SETTLING_MS)
    beat, typist = Beat(), Typist(rating_page(window), 0, CELLS, RHYTHM_MS)
    application().exec()
    typist.deleteLater()
    panel.deleteLater()
    beat.deleteLater()
    return beat.longest


if __name__ == "__main__":
    for name, found, limit in measure():
        print(f"{name}: {found:.2f} (limit {limit})")
