"""Python's way of sharing time and of tidying up is set for a window that answers while charts are drawn."""

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from impactapp.ui import steadiness
from tests.ui.results.stage import wait_until


class Knot:
    """Garbage that only a search finds."""

    alive = 0

    def __init__(self) -> None:
        Knot.alive += 1
        self.me = self

    def __del__(self) -> None:
        Knot.alive -= 1


@pytest.fixture
def parent(qapp: object) -> Iterator[QObject]:
    """What the tidier belongs to; Python is as it was afterwards."""
    interval, was_on = sys.getswitchinterval(), gc.isenabled()
    made = QObject()
    yield made
    made.deleteLater()
    sys.setswitchinterval(interval)
    (gc.enable if was_on else gc.disable)()


def test_threads_give_way_quickly_and_no_worker_searches_for_garbage(parent: QObject) -> None:
    sys.setswitchinterval(0.005)
    gc.enable()
    steadiness.keep_steady(parent)
    assert sys.getswitchinterval() < 0.005
    assert gc.get_freeze_count() > 0
    assert not gc.isenabled()


def test_garbage_is_found_on_the_thread_of_the_window(parent: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steadiness, "THRESHOLDS", (0, 1_000_000, 1_000_000))
    monkeypatch.setattr(steadiness, "ROUND", 10)
    steadiness.keep_steady(parent)
    Knot()
    wait_until(lambda: Knot.alive == 0)


def test_nothing_is_searched_before_it_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steadiness, "THRESHOLDS", (10**9, 10**9, 10**9))
    searched: list[int] = []
    monkeypatch.setattr("gc.collect", searched.append)
    steadiness.tidy()
    assert searched == []
