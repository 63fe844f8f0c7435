"""Unexpected errors: one dialog, a text to copy that holds nothing of the study; the application stays open."""

import sys
from types import TracebackType

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from impactapp.ui import background, errors
from impactapp.ui.app import Shell
from impactapp.ui.widgets.report_dialog import ReportDialog


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is also printed for the terminal is not for the test's."""

    def say_nothing(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        return

    monkeypatch.setattr(sys, "__excepthook__", say_nothing)


def dialogs(shell: Shell) -> list[ReportDialog]:
    return [dialog for dialog in shell.window.findChildren(ReportDialog) if dialog.isVisible()]


def take(shell: Shell, error: Exception) -> None:
    try:
        raise error
    except type(error) as caught:
        shell.reports.take_error(caught)


def test_an_error_opens_one_report_and_the_window_stays(shell: Shell) -> None:
    take(shell, KeyError("Tenue à jour du dossier"))
    take(shell, ZeroDivisionError("12 ETP"))
    (dialog,) = dialogs(shell)
    text = dialog.report.toPlainText()
    assert "KeyError" in text
    assert "ZeroDivisionError" in text
    assert "test_errors.py" in text
    assert shell.window.isVisible()
    dialog.accept()
    assert dialogs(shell) == []


def test_a_report_holds_nothing_people_wrote(shell: Shell) -> None:
    take(shell, KeyError("Tenue à jour du dossier"))
    (dialog,) = dialogs(shell)
    assert "Tenue" not in dialog.report.toPlainText()
    assert "impactapp 0." in dialog.report.toPlainText()
    dialog.accept()


def test_a_report_names_what_is_wrong_in_the_code() -> None:
    text = errors.report(AttributeError, AttributeError("no attribute 'x'"), None)
    assert text.endswith("AttributeError: no attribute 'x'")
    assert "13 Permission denied" in errors.report(OSError, PermissionError(13, "Permission denied", "/home/x"), None)


def test_a_report_can_be_copied(shell: Shell) -> None:
    take(shell, ValueError("x"))
    (dialog,) = dialogs(shell)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    dialog.accept()


def test_the_same_error_again_and_again_is_one_report(shell: Shell) -> None:
    for _ in range(3):
        shell.reports.arrived.emit("the same")
    (dialog,) = dialogs(shell)
    assert dialog.report.toPlainText() == "the same"
    dialog.accept()


def test_an_error_on_another_thread_is_reported(shell: Shell, qtbot: QtBot) -> None:
    def fail(job: background.Ticket) -> object:
        raise RuntimeError("elsewhere")

    background.run(fail, lambda _result: None, shell.window.session.broken.emit, shell)
    qtbot.waitUntil(lambda: len(dialogs(shell)) == 1)
    assert "RuntimeError" in dialogs(shell)[0].report.toPlainText()
    dialogs(shell)[0].accept()


def test_an_interruption_from_the_keyboard_is_no_error(shell: Shell) -> None:
    shell.reports.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs(shell) == []


def test_hooks_carry_errors_to_the_report(shell: Shell, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr("threading.excepthook", sys.excepthook)
    monkeypatch.setattr(errors, "qInstallMessageHandler", lambda handler: None)
    shell.reports.install()
    sys.excepthook(LookupError, LookupError("a"), None)
    (dialog,) = dialogs(shell)
    assert "LookupError" in dialog.report.toPlainText()
    dialog.accept()
