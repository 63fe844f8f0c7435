"""Runs a command of the twin, the command line, in a process of its own: however long it works, the window is free.

A thread would share the interpreter with the window, which then waits for it at every call of Qt.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import impactapp
from impactapp import i18n

DONE, REFUSED = 0, 1
_PROGRESS = re.compile(r"^(\d+)/(\d+)\r?$", re.MULTILINE)


class Twin(QObject):
    """One command. ``done``, ``refused(sentence)`` or ``broken(error)`` follows, unless it is stopped.

    ``progressed(position, total)`` follows each line of progress the command prints. ``remark`` is what it said
    after the line that names the file.
    """

    done = Signal()
    progressed = Signal(int, int)
    refused = Signal(str)
    broken = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._said = ""
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self, arguments: Sequence[str]) -> None:
        """Run ``impactapp`` with these arguments, in the window's language."""
        program, *before = _program()
        self._process.start(program, [*before, *arguments, "--lang", i18n.language()])

    def stop(self) -> None:
        """End it now; no signal follows."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)

    @property
    def remark(self) -> str:
        """What the command had to add when it was done, empty when nothing."""
        lines = [line for line in self._said.splitlines() if not _PROGRESS.fullmatch(line)]
        return " ".join(lines[1:]).strip()

    def _read(self) -> None:
        said = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._said += said
        steps = _PROGRESS.findall(said)
        if steps:
            position, total = steps[-1]
            self.progressed.emit(int(position), int(total))

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        if status is QProcess.ExitStatus.NormalExit and code == DONE:
            self.done.emit()
        elif code == REFUSED and "\n" not in said:
            self.refused.emit(said)
        else:
            self.broken.emit(RuntimeError(said or f"exit code {code}"))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.broken.emit(RuntimeError(self._process.errorString()))


def _program() -> list[str]:
    """The interpreter and our module; the program itself where both were frozen into one."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "impactapp"]


def _environment() -> QProcessEnvironment:
    """Ours, in which the package is found wherever the window was started."""
    environment = QProcessEnvironment.systemEnvironment()
    here = str(Path(impactapp.__file__).resolve().parents[1])
    there = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (here, there))))
    return environment
