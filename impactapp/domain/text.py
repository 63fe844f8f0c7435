"""One gate for the text people type or paste: what is stored is printable, bounded and in one Unicode form."""

import re
import unicodedata

from impactapp.domain.problems import EditError, Problem

TITLE_LIMIT = 500
TEXT_LIMIT = 20_000

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = ("Zs", "Cf", "Mn", "Me")
# all blanks but the no-break spaces of French typography
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


def clean_text(text: str) -> str:
    """Free text with its line breaks, control characters dropped; refuses lone surrogates and texts over the limit."""
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise EditError(Problem.TEXT_UNREADABLE)
    lines = _LINE_BREAKS.sub("\n", text)
    printable = "".join(character for character in lines if character in "\n\t" or not _is_control(character))
    kept = unicodedata.normalize("NFC", printable).strip()
    if len(kept) > TEXT_LIMIT:
        raise EditError(Problem.TEXT_TOO_LONG, length=len(kept), limit=TEXT_LIMIT)
    return kept


def clean_line(text: str) -> str:
    """Text on one line, as :func:`clean_text`, at most 500 characters; may be empty."""
    line = _BLANKS.sub(" ", clean_text(text))
    if len(line) > TITLE_LIMIT:
        raise EditError(Problem.TITLE_TOO_LONG, length=len(line), limit=TITLE_LIMIT)
    return line


def clean_title(text: str) -> str:
    """A name: one line with something to see."""
    title = clean_line(text)
    if all(unicodedata.category(character) in _UNSEEN for character in title):
        raise EditError(Problem.TITLE_EMPTY)
    return title


def same_title(one: str, other: str) -> bool:
    """Whether two names are the same to a reader, whatever their case, accents' encoding and invisible characters."""
    return title_key(one) == title_key(other)


def title_key(title: str) -> str:
    """What two names have in common when a reader takes them for the same."""
    seen = "".join(character for character in title if unicodedata.category(character) != "Cf")
    return unicodedata.normalize("NFC", seen.casefold())


def _is_control(character: str) -> bool:
    # "unassigned" is not a reason to drop a character: new emoji are unknown to an older Python
    return unicodedata.category(character) == "Cc" or character == "\ufeff" or _is_noncharacter(ord(character))


def _is_noncharacter(point: int) -> bool:
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
