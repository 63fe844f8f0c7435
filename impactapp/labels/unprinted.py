"""What a document says of the characters that its fonts do not have."""

from collections.abc import Collection

from impactapp.i18n import ngettext

_MOST_NAMED = 12


def unprinted_sentence(characters: Collection[str]) -> str:
    """Which characters are printed as �, by their Unicode numbers: what cannot be printed cannot be shown here."""
    named = sorted(characters)[:_MOST_NAMED]
    codes = ", ".join(f"U+{ord(character):04X}" for character in named)
    if left := len(characters) - len(named):
        codes = f"{codes} " + ngettext("… and {count} other", "… and {count} others", left).format(count=left)
    return ngettext(
        "{count} character that the fonts of this document do not have (emoji, some scripts) is printed as {mark}: "
        "{codes}. The study keeps it.",
        "{count} characters that the fonts of this document do not have (emoji, some scripts) are printed as {mark}: "
        "{codes}. The study keeps them.",
        len(characters),
    ).format(count=len(characters), mark="\ufffd", codes=codes)
