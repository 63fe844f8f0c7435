"""What is to be done before Qt and the window are imported."""

import gc
from importlib import import_module


def start_quietly(*, with_study: bool) -> None:
    """Leave the search for garbage: none of what is imported is any, and looking for it takes a tenth of a start.

    :class:`impactapp.ui.steadiness.Tidier` takes it up again. A study that is to be opened at once brings its door with
    it: what is imported after PySide6 costs more, as PySide6 reads the source of each module for its own switches.
    """
    gc.disable()
    if with_study:
        import_module("impactapp.document")
