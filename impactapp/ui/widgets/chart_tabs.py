"""Tabs in the colours of the theme, one a chart."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from impactapp.i18n import _
from impactapp.ui import theme

SHEET = """
QTabBar::tab {{ padding: {v}px {h}px; border: none; border-bottom: {b}px solid transparent; color: {muted}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; font-weight: 600; border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ border: {b}px solid {accent}; }}
QTabBar::scroller {{ width: {s}px; }}
"""
GAP_ABOVE, GAP_BESIDE, LINE = 7, 12, 2


class ChartTabs(QTabBar):
    """``chosen(name)`` follows a change of tab."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [name for name, _title in entries]
        self.setAccessibleName(_("Charts"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        for _name, title in entries:
            self.addTab(title)
        self._retheme()
        self.currentChanged.connect(lambda index: self.chosen.emit(self._names[index]))
        theme.signals().changed.connect(self._retheme)

    @property
    def current(self) -> str:
        """The name of the chosen tab."""
        return self._names[self.currentIndex()]

    def choose(self, name: str) -> None:
        """Choose a tab."""
        self.setCurrentIndex(self._names.index(name))

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
                s=theme.px(24),
                muted=colours.muted,
                text=colours.text,
                accent=colours.accent,
            )
        )
