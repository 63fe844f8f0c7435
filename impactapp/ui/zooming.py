"""Scales the gaps of a window's layouts with the zoom, where its pages have not done so themselves."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from impactapp.ui import theme

Gaps = tuple[int, int, int, int, int]


def with_scaled_gaps(window: QWidget, change: Callable[[], object]) -> None:
    """Make a change of theme, then bring every gap it left alone to the new zoom."""
    scale = theme.current().scale
    before = [(layout, _gaps(layout)) for layout in window.findChildren(QLayout)]
    change()
    if theme.current().scale == scale:
        return
    alive = set(window.findChildren(QLayout))
    for layout, gaps in before:
        if layout in alive and _gaps(layout) == gaps:
            left, top, right, bottom, spacing = (theme.px(round(gap / scale)) for gap in gaps)
            layout.setContentsMargins(left, top, right, bottom)
            if gaps[-1] >= 0:
                layout.setSpacing(spacing)


def _gaps(layout: QLayout) -> Gaps:
    margins = layout.contentsMargins()
    return margins.left(), margins.top(), margins.right(), margins.bottom(), layout.spacing()
