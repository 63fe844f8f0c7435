"""Tabs in the colours of the theme, one a chart; where they have no room side by side, a list to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTabBar, QWidget

from impactapp.i18n import _
from impactapp.ui import accessible, theme
from impactapp.ui.widgets import text

SHEET = """
QTabBar::tab {{ padding: {v}px {h}px; border: none; border-bottom: {b}px solid transparent; color: {muted}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; font-weight: 600; border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ border: {b}px solid {accent}; }}
"""
GAP_ABOVE, GAP_BESIDE, LINE = 7, 12, 2


class ChartTabs(QWidget):
    """``called`` heads the list; ``chosen(name)`` follows another choice, in tabs or list, which tell the same."""

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None, *, called: str | None = None
    ) -> None:
        super().__init__(parent)
        self._names = [name for name, _title in entries]
        titles = [title for _name, title in entries]
        self.bar = TabBar(titles)
        self.list = QComboBox()
        self.list.addItems(titles)
        heading = _("Chart") if called is None else called
        accessible.name_choice(self.list, heading)
        if called is not None:
            self.bar.setAccessibleName(called)
        self._heading: QLabel = text.label(heading, "muted")
        self._heading.setBuddy(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP_BESIDE))
        for widget in (self.bar, self._heading, self.list):
            row.addWidget(widget)
        self._fold(folded=False)
        self.bar.currentChanged.connect(self._choose)
        self.list.activated.connect(self.bar.setCurrentIndex)

    @property
    def current(self) -> str:
        """The name of the chosen chart."""
        return self._names[self.bar.currentIndex()]

    @property
    def is_folded(self) -> bool:
        """Whether the list stands in for the tabs."""
        return self.bar.isHidden()

    def choose(self, name: str) -> None:
        """Choose a chart."""
        self.bar.setCurrentIndex(self._names.index(name))

    def minimumSizeHint(self) -> QSize:
        """The list is always an answer to too little room."""
        return QSize(self.list.sizeHint().width(), super().minimumSizeHint().height())

    def fit(self, room: int) -> None:
        """Show the tabs where there is room for all of them, else the list."""
        folded = room < self.bar.sizeHint().width()
        if folded is self.is_folded:
            return
        had_focus = self.bar.hasFocus() or self.list.hasFocus()
        self._fold(folded=folded)
        self.updateGeometry()
        if had_focus:
            (self.list if folded else self.bar).setFocus()

    def _fold(self, *, folded: bool) -> None:
        self.bar.setVisible(not folded)
        self._heading.setVisible(folded)
        self.list.setVisible(folded)

    def _choose(self, index: int) -> None:
        self.list.setCurrentIndex(index)
        self.chosen.emit(self._names[index])


class TabBar(QTabBar):
    """The tabs, which never scroll."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Charts"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        for title in titles:
            self.addTab(title)
        self._retheme()
        theme.signals().changed.connect(self._retheme)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as in bold whichever is chosen: the bar would otherwise outgrow its place and scroll."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(bold).horizontalAdvance(self.tabText(index)) + theme.px(2 * GAP_BESIDE + LINE)
        size = super().tabSizeHint(index)
        return QSize(max(wide, size.width()), size.height())

    def _retheme(self) -> None:
        colours = theme.current().palette
        self.setStyleSheet(
            SHEET.format(
                v=theme.px(GAP_ABOVE),
                h=theme.px(GAP_BESIDE),
                b=theme.px(LINE),
                muted=colours.muted,
                text=colours.text,
                accent=colours.accent,
            )
        )
