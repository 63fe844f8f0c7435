"""Bytes of a text file as text: UTF-8 and UTF-16 by their marks, else UTF-8, else what French Windows writes.

A file that Excel saved for DOS or for an old Macintosh reads as Windows-1252 with wrong letters: it is told by them.
"""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"} | {
    "cp850": "MS-DOS 850",
    "mac_roman": "Macintosh",
}
USUAL = frozenset({"UTF-8", "UTF-16", "Windows-1252"})
# marks of typography between two letters: what « é », « è », « à » of another encoding look like
_MISREAD = re.compile(r"[a-z][‚„…†‡ˆŠ‹ŒŽ“”•‰\x81\x8d\x8f\x90\x9d][a-z]")
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘–—…°€ \u00a0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(raw: bytes) -> tuple[str, str] | None:
    """The text and the name of its encoding, ``None`` where it is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _named(raw, encoding)
    return _named(raw, "utf-8") or _windows(raw)


def _windows(raw: bytes) -> tuple[str, str] | None:
    found = _named(raw, "cp1252")
    if found is not None and not _MISREAD.search(found[0]):
        return found
    others = (other for encoding in ("cp850", "mac_roman") if (other := _named(raw, encoding)) is not None)
    return next((other for other in others if _is_french(other[0])), found)


def _named(raw: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else (text.removeprefix("\ufeff"), _NAMES[encoding])


def _is_french(text: str) -> bool:
    return all(character.isascii() or character in _FRENCH for character in text)
