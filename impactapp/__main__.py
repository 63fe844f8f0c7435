"""Start impactapp: the command line reads what is asked, and the window is imported only when it is to open."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from impactapp.cli.main import main as run_command_line
from impactapp.domain.problems import Problem, Refusal


def main(argv: Sequence[str] | None = None) -> int:
    """Run impactapp with these arguments, or the process's; gives the exit code."""
    return run_command_line(sys.argv[1:] if argv is None else argv, open_window)


def open_window(path: Path | None, demo: bool, language: str | None) -> int:
    """Show the window until it is closed; refuses where there is no display or no PySide6."""
    if not has_display(os.environ, sys.platform):
        raise Refusal(Problem.NO_DISPLAY)
    try:
        from impactapp.ui.quiet_start import start_quietly

        start_quietly(with_study=demo or path is not None)
        from impactapp.ui import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "PySide6":
            raise
        raise Refusal(Problem.NO_WINDOW_LIBRARY) from error
    return app.run(path, demo, language)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: always but on Linux without a display server or a chosen Qt platform."""
    if platform != "linux":
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
