"""What the cells of the workbook look like: small pieces of style, combined by name."""

from typing import Any

from impactapp import i18n
from impactapp.domain.level import Level
from impactapp.palette import LIGHT

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
    # what may be typed in a sheet that is protected
    "open": {"locked": False, "border_color": LIGHT.line},
    "indent": {"indent": 1},
    "left": {"align": "left"},
    "right": {"align": "right"},
    "whole": {"num_format": "#,##0", "align": "right"},
    "hours": {"num_format": "#,##0.0", "align": "right"},
    "index": {"num_format": "0.00", "align": "right"},
    "score": {"num_format": "0", "align": "center"},
    "weight": {"num_format": "0.00", "align": "center"},
    "fte": {"num_format": "#,##0.0", "align": "right"},
    # what is taken back can be more than what is exposed; nothing of a tenth is no minus
    "amount": {"num_format": "#,##0.00;\u2212#,##0.00;0", "align": "right"},
    "rate": {"num_format": "0%", "align": "right"},
    "share": {"num_format": "0.00%", "align": "right"},
    # the month in letters: 03/04 is not the same day for everybody
    "day": {"num_format": "d mmmm yyyy", "align": "left", "font_color": LIGHT.text},
    "short": {"num_format": "d mmm yyyy"},
    "moment": {"num_format": "d mmmm yyyy hh:mm", "align": "left", "font_color": LIGHT.text},
    "quoted": {"quote_prefix": True},
}

_MONTHS = {"fr": "[$-40C]", "en": "[$-809]"}


def style_of(name: str) -> dict[str, Any]:
    """The properties of a style, in the chosen language."""
    properties: dict[str, Any] = {"font_size": 11, "valign": "vcenter"}
    for part in name.split():
        properties |= STYLES[part]
    if "yyyy" in properties.get("num_format", ""):
        # else the months are those of whoever opens the file, amid words in another language
        properties["num_format"] = _MONTHS[i18n.language()] + properties["num_format"]
    if "num_format" in properties:
        properties["num_format"] = number_format(properties["num_format"])
    return properties


def number_format(plain: str) -> str:
    """A format of numbers; French puts a no-break space before the per cent sign."""
    return plain.replace("%", '"\u00a0"%') if i18n.language() == "fr" else plain


def level_style(level: Level) -> dict[str, Any]:
    """The colours of a level; its word stands in the cell, so that print in grey says the same."""
    swatch = LIGHT.level(level)
    return {"bg_color": swatch.ground, "font_color": swatch.ink}


def exposure_style(level: Level) -> dict[str, Any]:
    """The colours of a class of exposure: the second hue of the house; its letters stand in the cell."""
    swatch = LIGHT.exposure[level - 1]
    return {"bg_color": swatch.ground, "font_color": swatch.ink}


def intensity_style(intensity: int) -> dict[str, Any]:
    """Greys, as print has them: the colours of the house mean a level or a class."""
    if intensity == 0:
        return {"font_color": LIGHT.muted}
    ground = (LIGHT.surface, LIGHT.faint_line, LIGHT.muted)[intensity - 1]
    return {"bg_color": ground, "font_color": LIGHT.background if ground == LIGHT.muted else LIGHT.text, "bold": True}


def contradiction_style() -> dict[str, Any]:
    """For a high level below the low one: the other hue of the house, as no colour of a level."""
    swatch = LIGHT.exposure[1]
    return {"bg_color": swatch.ground, "font_color": swatch.ink, "bold": True}
