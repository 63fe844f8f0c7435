"""A warning below a field of free text that may point at a person: it says what was found, and blocks nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text

if TYPE_CHECKING:
    from impactapp.domain.analysis.privacy import PrivacyRemark

PAUSE = 250


class PrivacyNotice(QFrame):
    """Follows one field; dismissed, it stays away until something else is found in the text."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._field = field
        self._dismissed: tuple[str, ...] = ()
        self.words = text.label("", "small", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.words.setSizePolicy(policy)
        self.dismiss = text.button(_("Understood"), self.put_away, "link")
        self.dismiss.setAccessibleName(_("Put the warning on personal data away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(4), theme.px(2))
        row.addWidget(self.words, 1)
        row.addWidget(self.dismiss)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)
        self.hide()
        self.look()

    def look(self) -> None:
        """Look through the text as it is now."""
        words = self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()
        remarks = _remarks(words)
        found = tuple(words[remark.start : remark.end] for remark in remarks)
        if not found:
            self._dismissed = ()
        sentence = _sentence(remarks)
        self.words.setText(sentence)
        self.words.setAccessibleName(sentence)
        self.setVisible(bool(found) and found != self._dismissed and not self._field.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is not there needs no warning."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._pause.start()
        return super().eventFilter(watched, event)

    def put_away(self) -> None:
        """Close the warning; the text stays as it is."""
        words = self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()
        self._dismissed = tuple(words[remark.start : remark.end] for remark in _remarks(words))
        self._field.setFocus()
        self.hide()

    def _typed(self, *_words: str) -> None:
        self._pause.start()


def watched(field: QLineEdit | QPlainTextEdit) -> PrivacyNotice:
    """The notice of a field, to be laid out just below it."""
    return PrivacyNotice(field)


def _sentence(remarks: "tuple[PrivacyRemark, ...]") -> str:
    """The words of a workshop are imported when there is something to say."""
    if not remarks:
        return ""
    from impactapp.labels import workshop as workshop_labels

    return workshop_labels.privacy_sentence(remarks)


def _remarks(words: str) -> "tuple[PrivacyRemark, ...]":
    """What may point at a person; the patterns are made when there is something to read."""
    if not words.strip():
        return ()
    from impactapp.domain.analysis.privacy import privacy_remarks

    return privacy_remarks(words)
