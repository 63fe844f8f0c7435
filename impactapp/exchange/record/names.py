"""Names of files in plain letters, digits and hyphens: every system and every program that unpacks writes them alike.

An accent is written in two manners, and an archive without the flag of UTF-8, a share or an old Windows spoils both.
"""

import re
import unicodedata

LONGEST = 40
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "’": "-", "'": "-"})
_OTHERS = re.compile(r"[^a-z0-9]+")


def plain_name(words: str) -> str:
    """Words as a name, ``"Étude : été"`` as ``etude-ete``; empty when they hold no such letter."""
    spelt = unicodedata.normalize("NFKD", words.translate(_LIGATURES)).encode("ascii", "ignore").decode("ascii")
    return _OTHERS.sub("-", spelt.lower())[: LONGEST + 1].strip("-")[:LONGEST].strip("-")


def numbered(number: int, words: str) -> str:
    """A name no other has, in the order of the study: ``01-secretaire-medicale``."""
    return "-".join(part for part in (f"{number:02}", plain_name(words)) if part)
