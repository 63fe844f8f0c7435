"""The same warning for what is typed in the cells of tables, which have no room below them: in the message bar."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from impactapp.ui.message import Message
from impactapp.ui.session import Session


class PrivacyCells(QObject):
    """Looks at a cell editor when the keyboard leaves it; what was typed is written all the same."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._left)

    def _left(self, former: QWidget | None, _now: QWidget | None) -> None:
        if former is None or not isValid(former) or not isinstance(former, QLineEdit | QPlainTextEdit):
            return
        words = former.text() if isinstance(former, QLineEdit) else former.toPlainText()
        if words and _is_in_a_table(former):
            self._tell(words)

    def _tell(self, words: str) -> None:
        from impactapp.domain.analysis.privacy import privacy_remarks
        from impactapp.labels import workshop as workshop_labels

        sentence = workshop_labels.privacy_sentence(privacy_remarks(words))
        if sentence:
            self._session.told.emit(Message(sentence))


def _is_in_a_table(editor: QWidget) -> bool:
    above = editor.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QAbstractItemView)
