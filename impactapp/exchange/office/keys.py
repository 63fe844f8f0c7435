"""Names of fields as people type them: without regard to capitals, accents, blanks or apostrophes."""

import re
import unicodedata

_APART = re.compile("[^a-z0-9]+")


def field_key(name: str) -> str:
    """« Date de l’étude » and « date_de_l_etude » are one field."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _APART.sub("_", plain).strip("_")
