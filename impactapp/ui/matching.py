"""Finds what someone means from a few letters, whatever the accents and capitals."""

import unicodedata


def folded(text: str) -> str:
    """Without accents and capitals."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def score(typed: str, text: str) -> int:
    """How well folded letters match a folded text, 0 for not at all; whole words count more than scattered letters."""
    if not typed:
        return 1
    if text.startswith(typed):
        return 1000
    words = typed.split()
    if all(any(part.startswith(word) for part in text.replace("'", " ").split()) for word in words):
        return 700
    if all(word in text for word in words):
        return 400
    span = _span(typed.replace(" ", ""), text)
    return 200 - span if 0 < span <= 2 * len(typed) else 0


def _span(letters: str, text: str) -> int:
    """How many letters of the text the typed ones are scattered over, in order; 0 when one is missing."""
    at = first = text.find(letters[0]) if letters else -1
    for letter in letters[1:]:
        if at < 0:
            return 0
        at = text.find(letter, at + 1)
    return at - first + 1 if at >= 0 else 0
