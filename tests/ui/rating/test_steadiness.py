"""Python's way of sharing time is set for a window that answers while charts are drawn."""

import gc
import sys

from impactapp.ui.steadiness import keep_steady


def test_threads_give_way_quickly_and_full_searches_for_garbage_are_rare() -> None:
    interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
    usual = (700, 10, 10)
    try:
        sys.setswitchinterval(0.005)
        gc.set_threshold(*usual)
        keep_steady()
        assert sys.getswitchinterval() < 0.005
        assert gc.get_freeze_count() > 0
        assert all(now >= before for now, before in zip(gc.get_threshold(), usual, strict=True))
    finally:
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(interval)
