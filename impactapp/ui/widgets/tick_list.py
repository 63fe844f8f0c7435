"""Things of the study with a box each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.ui import theme
from impactapp.ui.widgets import text

_ID = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Space ticks, ``ticked`` follows; as high as its things, ``most`` rows at most."""

    ticked = Signal()

    def __init__(self, name: str, description: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._most = most
        self._shown: list[tuple[str, str]] = []
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def chosen(self) -> list[str]:
        """The ids of what is ticked, in order."""
        items = [self.item(row) for row in range(self.count())]
        return [str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def show_things(self, things: Iterable[Profession | Skill], ticked: Iterable[str], *, writable: bool) -> None:
        """List things, those of these ids ticked; the current line stays."""
        self.blockSignals(True)
        listed = [(thing.id, thing.title) for thing in things]
        if listed != self._shown:
            self._shown = listed
            self.clear()
            for id, title in listed:
                item = QListWidgetItem(text.breakable(title), self)
                item.setData(_ID, id)
                item.setToolTip(text.plain_tip(title))
            self.setCurrentRow(0)
            self.fit()
        flags, chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled, set(ticked)
        for row in range(self.count()):
            item = self.item(row)
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if writable else flags)
            item.setCheckState(Qt.CheckState.Checked if item.data(_ID) in chosen else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()

    def fit(self) -> None:
        """Take the height of the rows in the current theme."""
        self.ensurePolished()
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height()
        self.setFixedHeight(max(1, min(self.count(), self._most)) * row + 2 * self.frameWidth() + theme.px(4))
