"""How Python shares its time and tidies up, so that a key is answered at once while charts are drawn elsewhere."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

SWITCH_SECONDS = 0.0005
THRESHOLDS = (20_000, 20, 100)
ROUND = 500


def keep_steady(parent: QObject) -> None:
    """To be called once, when what the window needs is imported; ``parent`` lives as long as the application.

    A commit and a repaint give Python up and take it back dozens of times: at the usual 5 ms each, a busy worker makes
    the window wait 100 ms for one key. What is imported never is garbage.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()
    Tidier(parent)


class Tidier(QObject):
    """Searches for garbage on the window's thread alone.

    Python searches on whichever thread happens to reach the threshold; a worker that finds a closed dialog there
    destroys widgets outside their thread, which ends the process. Values hold no cycles, so it is seldom worth looking,
    and a full search takes 30 ms and more at 2,000 activities.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=ROUND)
        self._timer.timeout.connect(tidy)
        self._timer.start()


def spare_values() -> None:
    """After a large change: what is there by now is searched no more; a study's values hold no cycles.

    Those of one large import alone, when they are next searched, hold the window for longer than a blink.
    """
    gc.freeze()


def tidy() -> None:
    """Search the oldest generation that is due."""
    due = [at for at, (count, limit) in enumerate(zip(gc.get_count(), THRESHOLDS, strict=True)) if count > limit]
    if due:
        gc.collect(due[-1])
