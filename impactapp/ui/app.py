"""Starts the window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from impactapp import i18n
from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.session import Session


def run(path: Path | None, demo: bool, language: str | None) -> int:
    """Show the window until it is closed; gives the exit code."""
    if language:
        i18n.use_language(language)
    app = QApplication(sys.argv[:1])
    theme.install(theme.Scheme.SYSTEM, 1.0)
    session = Session(app)
    window = MainWindow(session)
    if path is not None:
        session.open(path)
    window.show()
    return app.exec()
