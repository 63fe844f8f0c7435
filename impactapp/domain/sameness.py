"""Whether two values say the same, whatever a file made of them on its way."""

from math import isclose

from impactapp.domain.problems import EditError
from impactapp.domain.text import clean_text


def same(one: object, other: object) -> bool:
    """Whether two values say the same: texts by what is read of them, numbers as files keep them."""
    if type(one) is str and type(other) is str:
        return one == other or _plain(one) == _plain(other)
    if isinstance(one, float) and isinstance(other, int | float):
        return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return one == other


def _plain(text: str) -> str:
    """Without what is lost on the way through a file: kinds of line breaks, blanks at the end of lines."""
    try:
        text = clean_text(text)
    except EditError:
        return text
    return "\n".join(line.rstrip() for line in text.split("\n"))
