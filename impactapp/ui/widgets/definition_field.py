"""A definition in the group's words, ours as a placeholder, and the way back to ours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.edits.studies import set_definition
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.fields import TextField


class DefinitionField(QWidget):
    """``key`` is a field of ``Definitions``."""

    def __init__(self, session: Session, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key = key
        title = labels.definition_title(key)
        self.field = TextField(session, lambda typed: set_definition(key, typed), 2)
        self.field.setPlaceholderText(labels.default_definition(key))
        self.field.setAccessibleName(_("Definition of {name}").format(name=title))
        self.field.setAccessibleDescription(labels.default_definition(key))
        self.restore = text.button(_("Restore ours"), self._restore, "link")
        self.restore.setAccessibleName(_("Restore our definition of {name}").format(name=title))
        named = text.label(title, "strong")
        named.setBuddy(self.field)
        head = QHBoxLayout()
        head.addWidget(named)
        head.addStretch()
        head.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(self.field)

    def show_study(self, study: Study, *, anew: bool, writable: bool) -> None:
        """Show the group's words."""
        words: str = getattr(study.definitions, self._key)
        self.field.committing.show(words, anew=anew)
        self.field.setReadOnly(not writable)
        self.restore.setVisible(bool(words) and writable)

    def _restore(self) -> None:
        self.field.setFocus()
        self._session.submit(set_definition(self._key, ""))
