"""How the window looks now: colours, sizes and fonts, which follow the system, the chosen scheme and the zoom."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from impactapp import palette
from impactapp.ui import style_sheet

ZOOM_STEPS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
FONT_SIZES = {"small": 12, "body": 14, "strong": 14, "section": 18, "page": 24}
BOLD = ("strong", "section", "page")
FontName = Literal["small", "body", "strong", "section", "page"]


class Scheme(StrEnum):
    """What the user wants to see; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and zoom in force; ``scale`` is 1.0 to 2.0."""

    palette: palette.Palette
    scale: float
    dark: bool


class Look(QObject):
    """The theme in force and what it was made from; ``changed`` follows a new theme that is already applied."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.SYSTEM
        self.theme = Theme(palette.LIGHT, 1.0, dark=False)

    def choose(self, scheme: Scheme, scale: float) -> None:
        """Wear a scheme at a zoom and tell everyone, if that differs from now."""
        self.scheme = scheme
        colours = _palette_of(scheme)
        theme = Theme(colours, scale, colours is not palette.LIGHT)
        if theme != self.theme:
            self.theme = theme
            _wear(theme)
            self.changed.emit()

    def follow_system(self) -> None:
        """The desktop changed its colours."""
        self.choose(self.scheme, self.theme.scale)


@cache
def signals() -> Look:
    """The one look of this process; connect to ``changed`` to paint anew."""
    return Look()


def current() -> Theme:
    """The theme in force."""
    return signals().theme


def px(length: float) -> int:
    """A length of the drawing board in pixels of the screen, at least 1 unless it is 0."""
    return max(1, round(length * current().scale)) if length else 0


def font(name: FontName) -> QFont:
    """The system's font at one of our sizes."""
    made = QFont(_family())
    made.setPixelSize(px(FONT_SIZES[name]))
    if name in BOLD:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def application(arguments: list[str]) -> QApplication:
    """Make the application, in the style our colours are made for."""
    # QApplication.setStyle would wrap QStyle with all its enumerations, which the start page does without
    return QApplication([*arguments, "-style", "fusion"])


def install(scheme: Scheme, scale: float) -> None:
    """Dress the application, and keep following the system's colours."""
    look = signals()
    look.scheme = scheme
    colours = _first_palette() if scheme is Scheme.SYSTEM else _palette_of(scheme)
    look.theme = Theme(colours, scale, colours is not palette.LIGHT)
    _wear(look.theme)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(look.follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(look.follow_system)


def _first_palette() -> palette.Palette:
    """Light or dark by the system’s own palette: its scheme would load the namespace ``Qt``, a seventh of a start.

    High contrast is seen right after the first picture, by ``Look.follow_system``.
    """
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return palette.DARK if window.lightness() < 128 else palette.LIGHT


def zoomed(steps: int) -> float:
    """The zoom some steps above or below the one in force; 0 steps gives 100 %."""
    if steps == 0:
        return ZOOM_STEPS[0]
    nearest = min(range(len(ZOOM_STEPS)), key=lambda index: abs(ZOOM_STEPS[index] - current().scale))
    return ZOOM_STEPS[max(0, min(nearest + steps, len(ZOOM_STEPS) - 1))]


def _palette_of(scheme: Scheme) -> palette.Palette:
    if scheme is Scheme.SYSTEM:
        return _system_palette()
    return {Scheme.DARK: palette.DARK, Scheme.HIGH_CONTRAST: palette.HIGH_CONTRAST}.get(scheme, palette.LIGHT)


def _system_palette() -> palette.Palette:
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return palette.HIGH_CONTRAST
    return palette.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else palette.LIGHT


def _wear(theme: Theme) -> None:
    QApplication.setPalette(_qt_palette(theme.palette))
    QApplication.setFont(font("body"))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet(style_sheet.written(theme.palette, px, dark=theme.dark))


def _qt_palette(colours: palette.Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window, role.Base, role.Button), colours.background),
        ((role.AlternateBase, role.ToolTipBase), colours.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Mid, role.Dark), colours.line),
        ((role.Light, role.Midlight), colours.faint_line),
        ((role.Accent, role.Link, role.LinkVisited), colours.accent),
        ((role.Highlight,), colours.accent),
        ((role.HighlightedText,), colours.accent_ink),
    ):
        for one in roles:
            made.setColor(one, colour)
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, colours.line)
    return made


@cache
def _family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
