"""What the command line prints: UTF-8 everywhere, refusals on stderr, tables that line up whatever the letters."""

import io
import os
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any

_WIDEST = 100
_NARROWEST = 60


def prepare() -> None:
    """Print UTF-8 also on a Windows console or into a pipe, where Python would choose a local encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str = "") -> None:
    """Print a line of the answer."""
    print(text, flush=True)


def say_json(value: Any) -> None:
    """Print JSON for another program."""
    import json

    say(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2))


def complain(text: str) -> None:
    """Print a sentence on stderr."""
    print(text, file=sys.stderr)


def stop_printing() -> None:
    """Let the rest of the output go, once nobody reads it any more (``| head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def width() -> int:
    """Columns to write in: those of the terminal, within what is comfortable to read."""
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))


def paragraph(text: str, indent: str = "") -> str:
    """Text wrapped to the terminal; a no-break space is not broken."""
    lines = [
        textwrap.fill(line, width(), initial_indent=indent, subsequent_indent=indent) for line in text.splitlines()
    ]
    return "\n".join(lines)


def table(rows: Sequence[Sequence[str]], indent: str = "  ") -> str:
    """Rows in columns; the first one wraps and is to the left, a column under an empty heading does not show."""
    kept = [index for index in range(len(rows[0])) if index == 0 or any(row[index] for row in rows[1:])]
    others = {index: max(_columns(row[index]) for row in rows) for index in kept[1:]}
    room = width() - len(indent) - sum(wide + 2 for wide in others.values())
    first = min(max(_columns(row[0]) for row in rows), max(20, room))
    lines: list[str] = []
    for row in rows:
        wrapped = textwrap.wrap(row[0], first) or [""]
        cells = [_padded(wrapped[0], first), *(_padded(row[index], wide) for index, wide in others.items())]
        lines.append((indent + "  ".join(cells)).rstrip())
        lines.extend(indent + rest for rest in wrapped[1:])
    return "\n".join(lines)


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - _columns(text))


def _columns(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
