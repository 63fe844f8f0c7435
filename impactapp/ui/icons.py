"""The shipped icons, one stroke each, in a colour of the theme and at the size of the screen."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from impactapp import paths
from impactapp.ui import theme


def pixmap(name: str, size: float = 20, colour: str = "") -> QPixmap:
    """An icon drawn ``size`` drawing-board pixels wide; ``colour`` is the theme's text colour unless given."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    side = round(theme.px(size) * ratio)
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour or theme.current().palette.text)
    drawing = drawing.replace('width="24" height="24"', f'width="{side}" height="{side}"', 1)
    drawn = QPixmap()
    drawn.loadFromData(QByteArray(drawing.encode()), "SVG")
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, size: float = 20, colour: str = "") -> QIcon:
    """The same, for a button."""
    return QIcon(pixmap(name, size, colour))
