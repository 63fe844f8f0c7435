"""What is to be done before Qt and the window are imported."""

import gc


def start_quietly() -> None:
    """Leave the search for garbage: none of what is imported is any, and looking for it takes a tenth of a start.

    :class:`impactapp.ui.steadiness.Tidier` takes it up again.
    """
    gc.disable()
