"""How Python shares its time so that a key is answered at once while charts are drawn on another thread."""

import gc
import sys

SWITCH_SECONDS = 0.0005
THRESHOLDS = (20_000, 20, 100)


def start_quietly() -> None:
    """To be called before the window is imported: none of that is garbage, and looking for it takes a tenth of a start.

    :func:`keep_steady` looks again.
    """
    gc.disable()


def keep_steady() -> None:
    """To be called once, when what the window needs is imported.

    A commit and a repaint give Python up and take it back dozens of times: at the usual 5 ms each, a busy worker makes
    the window wait 100 ms for one key. A full search for garbage takes 30 ms and more at 2,000 activities; what is
    imported never is garbage, and values hold no cycles, so it is seldom worth looking.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
