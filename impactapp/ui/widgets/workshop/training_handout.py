"""The trainer's handout as PDF: its file is asked for, and it is written while the window goes on."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import background
from impactapp.ui.opening import file_name, writable_folder
from impactapp.ui.session import Session
from impactapp.ui.widgets.workshop.training_replay import published


def ask_handout(session: Session, parent: QWidget) -> None:
    """Let the trainer name the file, then write it."""
    document, profession = session.document, session.profession
    if document is None or profession is None:
        return
    folder = writable_folder(document.path.parent)
    dialog = QFileDialog(parent, _("Handout"), str(folder), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(file_name(profession.title) + ".pdf")
    dialog.fileSelected.connect(lambda chosen: write(session, Path(chosen), parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write(session: Session, target: Path, parent: QWidget) -> None:
    """Write the handout of the profession shown, with the levels that were published."""
    study, profession = session.study, session.profession
    if study is None or profession is None:
        return
    background.run(
        partial(_written, replace(study, professions=(published(profession),)), profession.id, target),
        lambda _done: session.exported.emit(target),
        partial(_failed, session),
        parent,
    )


def _written(study: Study, profession_id: str, target: Path, _ticket: object) -> None:
    from impactapp.exchange.pdf.handout import write_handout

    write_handout(study, profession_id, target)


def _failed(session: Session, error: BaseException) -> None:
    if isinstance(error, Refusal):
        session.tell_refusal(error)
    else:
        session.broken.emit(error)
