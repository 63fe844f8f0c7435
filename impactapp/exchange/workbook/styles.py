"""What the cells of the workbook look like: small pieces of style, combined by name."""

from typing import Any

from impactapp.domain.level import Level
from impactapp.palette import LIGHT

_NO_BREAK_PERCENT = '"\u00a0"%'

# A style is named by its pieces, as "cell wrap quoted"; later pieces win.
STYLES: dict[str, dict[str, Any]] = {
    "plain": {"font_color": LIGHT.text},
    "title": {"bold": True, "font_size": 18, "font_color": LIGHT.text},
    "muted": {"font_color": LIGHT.muted},
    "section": {"bold": True, "font_size": 14, "font_color": LIGHT.accent},
    "label": {"bold": True, "font_color": LIGHT.text, "valign": "top", "text_wrap": True},
    "header": {
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "font_color": LIGHT.text,
        "bg_color": LIGHT.surface,
        "bottom": 2,
        "bottom_color": LIGHT.line,
        "top": 1,
        "top_color": LIGHT.line,
    },
    "cell": {"font_color": LIGHT.text, "bottom": 1, "bottom_color": LIGHT.faint_line},
    "wrap": {"text_wrap": True},
    "top": {"valign": "top"},
    "small": {"font_size": 10},
    "bold": {"bold": True},
    "center": {"align": "center"},
    "level": {"align": "center", "border": 1, "border_color": LIGHT.faint_line},
    "input": {"border": 1, "border_color": LIGHT.line, "bg_color": LIGHT.surface, "text_wrap": True},
    "left": {"align": "left"},
    "right": {"align": "right"},
    "whole": {"num_format": "#,##0", "align": "right"},
    "fte": {"num_format": "#,##0.0", "align": "right"},
    "rate": {"num_format": f"0{_NO_BREAK_PERCENT}", "align": "right"},
    "share": {"num_format": f"0.00{_NO_BREAK_PERCENT}", "align": "right"},
    "day": {"num_format": "dd/mm/yyyy", "align": "left"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "left"},
    "quoted": {"quote_prefix": True},
}


def level_style(level: Level) -> dict[str, Any]:
    """The colours of a level; its word stands in the cell, so that print in grey says the same."""
    swatch = LIGHT.level(level)
    return {"bg_color": swatch.ground, "font_color": swatch.ink}


def contradiction_style() -> dict[str, Any]:
    """For a high level below the low one: the other hue of the house, as no colour of a level."""
    swatch = LIGHT.exposure[1]
    return {"bg_color": swatch.ground, "font_color": swatch.ink, "bold": True}
