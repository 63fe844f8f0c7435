"""The language of the words: chosen, guessed from the system, complete."""

import locale
import subprocess
import sys

import pytest

from impactapp import i18n, paths
from impactapp.i18n import _, ngettext


def test_words_follow_the_language_at_each_call() -> None:
    assert (_("High"), i18n.language()) == ("Fort", "fr")
    i18n.use_language("en")
    assert (_("High"), i18n.language()) == ("High", "en")


def test_plurals_follow_the_grammar_of_the_language() -> None:
    def said(count: int) -> str:
        return ngettext("{number} point", "{number} points", count)

    assert [said(count) for count in (0, 1, 2)] == ["{number} point", "{number} point", "{number} points"]
    i18n.use_language("en")
    assert [said(count) for count in (0, 1, 2)] == ["{number} points", "{number} point", "{number} points"]


@pytest.mark.parametrize("language", ["de", "EN", "FR", "fr_FR"])
def test_another_language_is_refused_and_the_former_one_stays(language: str) -> None:
    with pytest.raises(ValueError, match=language):
        i18n.use_language(language)
    assert i18n.language() == "fr"


def test_what_has_no_french_is_said_in_english() -> None:
    assert _("words nobody ever translated") == "words nobody ever translated"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "C"}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({}, "fr"),
        ({"LC_ALL": "en_US", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "en_US"}, "fr"),
        ({"LC_ALL": "POSIX", "LANG": "en_US"}, "en"),
        ({"LANGUAGE": "en:fr", "LANG": "fr_FR"}, "en"),
    ],
)
def test_the_system_is_french_unless_it_says_english(environment: dict[str, str], language: str) -> None:
    assert i18n.system_language(environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("English_United States.1252", "en"), ("French_France.1252", "fr"), ("C.UTF-8", "fr"), ("C", "fr")],
)
def test_without_variables_the_locale_tells(monkeypatch: pytest.MonkeyPatch, name: str, language: str) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(locale, "setlocale", lambda _category: name)
    assert i18n.system_language() == language


@pytest.mark.parametrize("environment", [{}, {"LANG": "C.UTF-8"}, {"LANG": "C"}, {"LANG": "POSIX"}])
def test_a_computer_that_names_no_country_speaks_french(environment: dict[str, str]) -> None:
    asked = [sys.executable, "-c", "from impactapp import i18n; print(i18n.language())"]
    answered = subprocess.run(
        asked, env=environment, capture_output=True, text=True, check=True, cwd=paths.resources().parent
    )
    assert answered.stdout == "fr\n"


def test_the_system_s_language_is_spoken_until_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_chosen", [])
    monkeypatch.setattr(i18n, "_code", [])
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert i18n.language() == "en"
    assert _("High") == "High"
