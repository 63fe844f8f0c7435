"""Unexpected errors: logged once, shown in one report that can be copied, and the application stays open."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

import impactapp

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from impactapp.ui.widgets.report_dialog import ReportDialog

# their messages name code; those of other errors may name what people wrote, which must not leave in a report
SAFE_MESSAGES = (AttributeError, ImportError, NameError, TypeError, AssertionError)


class ErrorReports(QObject):
    """Takes every error nobody expected, from any thread, to the window's thread and into one dialog."""

    arrived = Signal(str)

    def __init__(self, window: Callable[[], QWidget | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._reports: list[str] = []
        self._dialog: ReportDialog | None = None
        self.arrived.connect(self._show)

    def install(self) -> None:
        """Take what Python, its threads and Qt would only print."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self.take(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(self._hear_qt)

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Report an error; an interruption from the keyboard ends the process as it should."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        sys.__excepthook__(kind, error or kind(), trace)
        self.arrived.emit(report(kind, error, trace))

    def take_error(self, error: BaseException) -> None:
        """The same, for an error that was caught and carried here."""
        self.take(type(error), error, error.__traceback__)

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        from PySide6.QtCore import QtMsgType

        if sys.stderr is not None:
            sys.stderr.write(f"Qt: {message}\n")
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self.arrived.emit(f"{versions()}\n\nQt: {kind.name}: {message}")

    def _show(self, text: str) -> None:
        from impactapp.ui.widgets.report_dialog import ReportDialog

        if text in self._reports:
            return
        self._reports.append(text)
        if self._dialog is None:
            self._dialog = ReportDialog(self._window())
            self._dialog.finished.connect(self._forget)
            self._dialog.open()
        self._dialog.show_report("\n\n".join(self._reports))

    def _forget(self) -> None:
        self._reports.clear()
        self._dialog = None


def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """Versions and places in the code; nothing of the study, and no folder of the user."""
    import traceback

    frames = [
        f"  {_shipped_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    said = f": {error}" if isinstance(error, SAFE_MESSAGES) else ""
    if isinstance(error, OSError) and error.strerror:
        said = f": {error.errno} {error.strerror}"
    return "\n".join((versions(), "", *frames, f"{kind.__name__}{said}"))


def versions() -> str:
    """What this runs on."""
    import platform

    from PySide6.QtCore import qVersion

    return (
        f"impactapp {impactapp.__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.system()} {platform.release()}"
    )


def _shipped_place(filename: str) -> str:
    path = Path(filename)
    folders = [index for index, part in enumerate(path.parts) if part in ("impactapp", "site-packages")]
    return "/".join(path.parts[folders[-1] :]) if folders else path.name
