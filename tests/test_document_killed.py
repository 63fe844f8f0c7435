"""A process killed in the midst of a large change leaves all of it in the file, or none."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from impactapp.domain.level import Level
from impactapp.store.reading import read_study
from impactapp.store.soundness import check_file
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import written

ROUNDS, TASKS = 16, 1500
# rated and taken back for ever, each on a thread of its own, as the window does
EDITOR = """
import sys
from pathlib import Path
from threading import Thread
from impactapp.document import Document
from impactapp.domain.edits import ratings
from impactapp.domain.level import Aspect, Hypothesis, Level
document = Document.open(Path(sys.stdin.readline().rstrip()))
cells = [ratings.Cell(task.id, Hypothesis.LOW, Aspect.ROI) for _, task in document.study.tasks()]
document.apply(ratings.rate(cells, Level.FAIBLE))
edit = ratings.rate(cells, Level.FORT)
print("open", flush=True)
while True:
    for begin in (lambda: document.begin(edit), document.begin_undo):
        work = Thread(target=begin().run)
        work.start()
        work.join()
        document.complete()
"""


def test_all_of_a_large_change_or_none_survives_kill_9(tmp_path: Path) -> None:
    chance = random.Random(2019)
    original = written(tmp_path / "original.impact", builders.large(1, TASKS))
    ended_within = 0
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.impact"
        shutil.copyfile(original, path)
        _kill_while_editing(path, chance.random() * 0.3)
        ended_within += path.with_name(f"{path.name}-journal").exists()
        StudyFile.open(path).close()
        kept = {task.low.roi.level for _profession, task in read_study(path).tasks() if task.low.roi}
        assert kept in ({Level.FAIBLE}, {Level.FORT})
        assert check_file(path) == ()
    assert ended_within > 0


def _kill_while_editing(path: Path, delay: float) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", EDITOR], stdin=pipe, stdout=pipe, encoding="utf-8") as editor:
        assert editor.stdin is not None
        assert editor.stdout is not None
        editor.stdin.write(f"{path}\n")
        editor.stdin.flush()
        assert editor.stdout.readline() == "open\n"
        time.sleep(delay)
        editor.kill()
