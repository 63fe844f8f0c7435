"""Names from right to left inside our sentences: each is fenced off, so that it never reorders the words around it."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from impactapp.domain.study import Study

# from here to its end a text finds its own direction (isolates of the Unicode Bidirectional Algorithm)
_OPEN, _CLOSE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def isolated(study: Study) -> Study:
    """The study with each line of its texts that runs from right to left fenced off.

    It is the same object where there is no such text, as in nearly every study.
    """
    return cast(Study, _mapped(study))


def plain(text: str) -> str:
    """A text without its fences, where nothing stands beside it."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _mapped(value: Any) -> Any:
    """The value with its texts fenced; what holds none of them stays the same object."""
    if isinstance(value, str):
        return _fenced(value) if _RIGHT_TO_LEFT.search(value) else value
    if isinstance(value, tuple):
        made = [_mapped(one) for one in value]
        same = all(new is old for new, old in zip(made, value, strict=True))
        return value if same else tuple(made)
    changed = {}
    kind: type = type(value)
    for name in _names(kind):
        old = getattr(value, name)
        new = _mapped(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _fenced(text: str) -> str:
    """Directions that somebody typed go: one that is never closed would open the fence."""
    return "\n".join(
        f"{_OPEN}{_DIRECTIONS.sub('', line)}{_CLOSE}" if _RIGHT_TO_LEFT.search(line) else line
        for line in text.split("\n")
    )
