"""The one gate for text that goes into a cell, a sheet's title, a page's footer or a line of a table.

Spreadsheets refuse a whole file for one wrong character, and run what looks like a formula.
"""

import re
from collections.abc import Collection

CELL_LIMIT = 32_767  # UTF-16 units
SHEET_LIMIT = 31  # UTF-16 units
FOOTER_LIMIT = 100

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NOT_IN_SHEET_TITLES = re.compile(r"[\[\]:*?/\\\n\t]")
_FORMULA_STARTS = "=+-@\t"
_FENCE, _FENCE_END = "\u2068", "\u2069"


def cell_text(text: str) -> str:
    """Text a cell can hold: no control character, no half of a pair, at most 32,767 units, no XML of the writer's own.

    What is too long ends with an ellipsis. A text is never made a formula of: see :func:`looks_like_a_formula`.
    """
    if _SUSPECT.search(text):
        text = _SURROGATES.sub("\ufffd", _ILLEGAL.sub("", _LINE_BREAKS.sub("\n", text)))
    if len(text) > CELL_LIMIT // 2:
        text = shorten(text, CELL_LIMIT)
    # XlsxWriter takes such a text for formatted XML and copies it into the file as it stands
    return f" {text}" if text.startswith("<r>") and text.endswith("</r>") else text


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might run this text when it is typed, pasted or read from a CSV file."""
    return text.lstrip(" \u00a0\u202f\n")[:1] in tuple(_FORMULA_STARTS)


def csv_text(text: str) -> str:
    """Text for a CSV file: what looks like a formula gets an apostrophe before it, as one types to keep it text."""
    kept = cell_text(text)
    return f"'{kept}" if looks_like_a_formula(kept) else kept


def sheet_title(wanted: str, taken: Collection[str], default: str = "Sheet") -> str:
    """A title that Excel accepts, and that no other sheet bears whatever its case."""
    title = _NOT_IN_SHEET_TITLES.sub(" ", cell_text(wanted)).strip().strip("'").strip()
    title = shorten(title or default, SHEET_LIMIT)
    if title.casefold() == "history":  # Excel keeps this one for itself, in English
        title = f"{title} 1"
    used = {other.casefold() for other in taken}
    number = 2
    unique = title
    while unique.casefold() in used:
        end = f" ({number})"
        unique = shorten(title, SHEET_LIMIT - len(end)) + end
        number += 1
    return unique


def footer_text(text: str) -> str:
    """Text for the foot of a page: one line, short, where ``&`` is only an ampersand."""
    line = " ".join(cell_text(text).split())
    return shorten(line, FOOTER_LIMIT).replace("&", "&&")


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` UTF-16 units, never half of a pair, with an ellipsis where something was cut."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return text
    kept = units[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    if kept.count(_FENCE) > kept.count(_FENCE_END):
        # a name from right to left is fenced off to its end
        return f"{kept[:-1].rstrip()}…{_FENCE_END}"
    return f"{kept.rstrip()}…"
