"""The style sheet of the window, written from the palette's tokens; short, because every rule costs at start-up."""

from collections.abc import Callable

from impactapp import paths
from impactapp.palette import Palette

SHEET = """
QPushButton {{ border: 1px solid {line}; border-radius: {r4}px; padding: {p5}px {p12}px; background: {background}; }}
QPushButton:hover {{ background: {surface}; border-color: {accent}; }}
QPushButton:pressed {{ background: {selection}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: {p4}px {p11}px; }}
QPushButton:disabled {{ border-color: {faint_line}; color: {line}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {accent_ink}; border-color: {accent}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="primary"]:disabled {{ background: {surface}; color: {line}; border-color: {faint_line}; }}
QPushButton[role="link"] {{ border: 2px solid transparent; padding: {p2}px {p4}px; color: {accent};
    background: transparent; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border-color: {accent}; }}
QPushButton[role="link"]:disabled {{ color: {line}; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ border: 1px solid {line};
    border-radius: {r4}px; padding: {p5}px {p8}px; background: {background}; color: {text};
    selection-background-color: {accent}; selection-color: {accent_ink}; placeholder-text-color: {muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {accent}; padding: {p4}px {p7}px; }}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] {{ background: {surface}; }}
QAbstractItemView QLineEdit {{ border-radius: 0; padding: 0 {p4}px; }}
QComboBox, QDateEdit {{ border: 1px solid {line}; border-radius: {r4}px; padding: {p4}px {p8}px;
    background: {background}; }}
QComboBox:focus, QDateEdit:focus {{ border: 2px solid {accent}; padding: {p3}px {p7}px; }}
QComboBox:disabled, QDateEdit:disabled {{ border-color: {faint_line}; color: {line}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{chevron}"); width: {p12}px; height: {p12}px; }}
QComboBox QAbstractItemView {{ border: 1px solid {line}; }}
QRadioButton, QCheckBox {{ spacing: {p8}px; padding: {p2}px; border: 2px solid transparent; border-radius: {r4}px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {accent}; }}
QRadioButton::indicator, QCheckBox::indicator, QListView::indicator {{ width: {p14}px; height: {p14}px;
    border: 1px solid {line}; background: {background}; }}
QRadioButton::indicator {{ border-radius: {round}px; }}
QRadioButton::indicator:checked {{ width: {dot}px; height: {dot}px; border: {p5}px solid {accent}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{tick}"); }}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {faint_line}; }}
QAbstractItemView {{ outline: none; }}
QTableView, QTreeView, QListView {{ border: none; gridline-color: {faint_line}; alternate-background-color: {surface};
    selection-background-color: {selection}; selection-color: {text}; }}
QListView::item {{ padding: {p6}px {p8}px; border: 2px solid transparent; border-radius: {r4}px; }}
QListView::item:selected {{ background: {selection}; color: {text}; }}
QListView::item:selected:active {{ border-color: {accent}; }}
QHeaderView::section {{ background: {background}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: {p6}px {p8}px; }}
QScrollArea {{ border: none; background: {background}; }}
QToolTip {{ border: 1px solid {line}; padding: {p4}px; background: {surface}; color: {text}; }}
QMenuBar {{ background: {background}; border-bottom: 1px solid {faint_line}; padding: {p2}px {p12}px; }}
QMenuBar::item {{ padding: {p4}px {p8}px; border-radius: {r4}px; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu {{ background: {background}; border: 1px solid {line}; padding: {p4}px; }}
QMenu::item {{ padding: {p5}px {p24}px; border-radius: {r4}px; }}
QMenu::item:disabled {{ color: {line}; }}
QMenu::separator {{ height: 1px; background: {faint_line}; margin: {p4}px {p8}px; }}
QLabel[role="page"] {{ font-size: {f24}px; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {f18}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="small"] {{ color: {muted}; font-size: {f12}px; }}
QFrame[role="rail"] {{ background: {surface}; border: none; border-right: 1px solid {faint_line}; }}
QFrame[role="side"] {{ background: {background}; border: none; border-left: 1px solid {faint_line}; }}
QFrame[role="bar"] {{ background: {background}; border: none; border-bottom: 1px solid {faint_line}; }}
QFrame[role="message"] {{ background: {surface}; border: none; border-top: 2px solid {accent}; }}
QFrame[role="card"] {{ background: {background}; border: 1px solid {faint_line}; border-radius: {r8}px; }}
QFrame[role="palette"] {{ background: {background}; border: 1px solid {line}; border-radius: {r8}px; }}
QFrame[role="note"] {{ background: {surface}; border: none; border-left: 3px solid {accent}; }}
QFrame[role="line"] {{ background: {faint_line}; border: none; max-height: 1px; min-height: 1px; }}
"""
COLOURS = (
    "background",
    "surface",
    "text",
    "muted",
    "line",
    "faint_line",
    "accent",
    "accent_ink",
    "selection",
)
LENGTHS = (2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 24)


def written(palette: Palette, px: Callable[[float], int], *, dark: bool) -> str:
    """The style sheet for a palette, with lengths scaled by ``px``."""
    sizes = {f"p{length}": px(length) for length in LENGTHS}
    sizes |= {f"f{size}": px(size) for size in (12, 18, 24)} | {"r4": px(4), "r8": px(8)}
    # a chosen radio button is as large as one that is not: its thick border takes from the inside
    sizes["dot"] = px(14) + 2 - 2 * px(5)
    sizes["round"] = (px(14) + 2) // 2
    colours = {name: getattr(palette, name) for name in COLOURS}
    chevron, tick = ("chevron-white", "tick-black") if dark else ("chevron-black", "tick-white")
    return SHEET.format(**sizes, **colours, chevron=_picture(chevron), tick=_picture(tick))


def _picture(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").as_posix()
