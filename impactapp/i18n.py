"""The language of the words: one gettext catalogue for window, Excel, PDF and command line.

The chosen language is the one piece of state here: words are asked for from every floor and every thread.
"""

import gettext
import locale
import os
from collections.abc import Mapping

from impactapp import paths

LANGUAGES = ("fr", "en")
_chosen: list[gettext.NullTranslations] = []
_code: list[str] = []


def use_language(language: str) -> None:
    """Speak ``fr`` or ``en`` from now on; raises ``ValueError`` on another language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    languages = [language] if language != "en" else []
    _chosen[:] = [gettext.translation("impactapp", paths.resources() / "locale", languages, fallback=language == "en")]
    _code[:] = [language]


def system_language(environment: Mapping[str, str] | None = None) -> str:
    """The system's language if French or English, else French."""
    variables = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = variables.get(name, "")
        if value and value not in ("C", "POSIX", "C.UTF-8"):
            return _shipped_language(value)
    if environment is None:
        # the name as the system has it: getlocale() takes C.UTF-8 for American English
        return _shipped_language(locale.setlocale(locale.LC_CTYPE))
    return "fr"


def language() -> str:
    """The code of the language spoken now."""
    _translations()
    return _code[0]


def _(message: str) -> str:
    """The words of a message in the chosen language."""
    return _translations().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The words of a message that counts something, in the chosen language."""
    return _translations().ngettext(singular, plural, count)


def _translations() -> gettext.NullTranslations:
    if not _chosen:
        use_language(system_language())
    return _chosen[0]


def _shipped_language(name: str) -> str:
    return "en" if name.lower().startswith("en") else "fr"
