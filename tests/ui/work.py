"""The work that goes on beside the window's thread."""

from threading import Thread
from threading import enumerate as running


def under_way() -> list[Thread]:
    """The threads at work."""
    return [thread for thread in running() if thread.name == "work"]


def wait_for_work() -> None:
    """Return once nothing is at work any more."""
    for thread in under_way():
        thread.join()
