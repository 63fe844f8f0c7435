"""Starts the window, in the language and the colours remembered, and keeps one session through all of them."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from impactapp import i18n
from impactapp.ui import preferences, theme
from impactapp.ui.errors import ErrorReports
from impactapp.ui.main_window import MainWindow
from impactapp.ui.room_return import stand_again, stand_of
from impactapp.ui.session import Session
from impactapp.ui.steadiness import keep_steady

BACKUP_DELAY = 1500
RECENT_DELAY = 3000
AFTER_FIRST_PICTURE = 60


class Shell(QObject):
    """The window of the moment and what outlives it when the language changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.app = app
        self._translator = QTranslator(self)
        self.reports = ErrorReports(lambda: self.window, self)
        self._backup_timer = QTimer(self, singleShot=True, interval=BACKUP_DELAY)
        self._backup_timer.timeout.connect(self._keep_backup)
        self._recent_timer = QTimer(self, singleShot=True, interval=RECENT_DELAY)
        self._recent_timer.timeout.connect(self._record)
        _speak_qt(app, self._translator)
        self.window = self._made_window()

    @property
    def session(self) -> Session:
        """The session of the window."""
        return self.window.session

    def speak(self, language: str) -> None:
        """Show the same page of the same study in another language, in a new window at the same place.

        Not before all of it is written: a refusal is told in the window that is there.
        """
        if not self.session.settle():
            return
        i18n.use_language(language)
        _speak_qt(self.app, self._translator)
        former, step = self.window, self.window.step
        stand = stand_of(former)
        document = former.session.hand_over()
        self.window = self._made_window()
        if document is not None:
            self.session.adopt(document)
        self.window.setGeometry(former.geometry())
        self.window.show()
        if document is not None:
            if stand is not None:
                stand_again(self.window, stand)
            self.window.go(step)
        former.hide()
        former.deleteLater()

    def _made_window(self) -> MainWindow:
        session = Session()
        window = MainWindow(session)
        session.setParent(window)
        session.broken.connect(self.reports.take_error)
        session.opened.connect(self._opened)
        session.changed.connect(self._recent_timer.start)
        session.closing.connect(self._leave)
        window.language_chosen.connect(self.speak)
        window.left.connect(session.close)
        return window

    def _opened(self) -> None:
        self._recent_timer.start()
        self._backup_timer.start()

    def _leave(self) -> None:
        self._backup_timer.stop()
        self._recent_timer.stop()
        self._record()

    def _record(self) -> None:
        from datetime import datetime

        from impactapp.ui import recent

        document = self.session.document
        if document is not None:
            recent.record(document.path, document.study, datetime.now().astimezone().date())

    def _keep_backup(self) -> None:
        """A backup that cannot be made costs a sentence, never the work."""
        from impactapp.domain.problems import Refusal

        document = self.session.document
        if self.session.is_writing:
            self._backup_timer.start()
        elif document is not None:
            try:
                document.keep_backup()
            except Refusal as refusal:
                self.session.tell_refusal(refusal)


def run(path: Path | None, demo: bool, language: str | None) -> int:
    """Show the window until it is closed; gives the exit code."""
    shell = start(path, demo, language)
    keep_steady(shell)
    # after the first picture: see theme.install
    QTimer.singleShot(AFTER_FIRST_PICTURE, theme.signals().follow_system)
    return shell.app.exec()


def start(path: Path | None, demo: bool, language: str | None) -> Shell:
    """Show the window, with a study where one is asked for."""
    remembered = preferences.load()
    if language or remembered.language:
        i18n.use_language(language or remembered.language)
    app = theme.application(sys.argv[:1])
    app.setApplicationName("impactapp")
    app.setDesktopFileName("impactapp")
    theme.install(remembered.scheme, remembered.zoom)
    shell = Shell(app)
    shell.reports.install()
    if demo:
        shell.window.doors.open_demonstration()
    elif path is not None:
        shell.window.doors.open(path)
    shell.window.show()
    return shell


def _speak_qt(app: QApplication, translator: QTranslator) -> None:
    """Qt's own dialogs speak the language too; ``qtbase_fr`` ships with it."""
    QLocale.setDefault(QLocale("fr_FR" if i18n.language() == "fr" else "en_GB"))
    app.removeTranslator(translator)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.language()}", folder):
        app.installTranslator(translator)
