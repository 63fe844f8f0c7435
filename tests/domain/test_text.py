"""The gate for typed and pasted text, with hostile input."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.problems import EditError, Problem
from impactapp.domain.text import TEXT_LIMIT, TITLE_LIMIT, clean_line, clean_text, clean_title, same_title

ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("haut\x0bbas", "haut\nbas"),
        ("un\r\ndeux\rtrois\u2028quatre", "un\ndeux\ntrois\nquatre"),
        ("\ufeff  Accueil\t ", "Accueil"),
        ("=1+1", "=1+1"),
        ("@SOMME(A1)", "@SOMME(A1)"),
        ("e\u0301", "é"),
        ("e\x07\u0301", "é"),
        ("مرحبا 👩‍⚕️ \U0001fae8", "مرحبا 👩‍⚕️ \U0001fae8"),
        ("a\uffff\ufdd0\U0001fffeb", "ab"),
        ("\x1b[31mrouge", "[31mrouge"),
    ],
)
def test_text_keeps_what_can_be_read_and_drops_the_rest(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_a_line_has_no_break_left() -> None:
    assert clean_line(" un\n\ndeux\t trois\x0bquatre ") == "un deux trois quatre"
    assert clean_line(" \n") == ""


def test_a_line_keeps_the_no_break_spaces_of_french() -> None:
    assert clean_line("Démonstration\u00a0: «\u202fun\u202f»\u00a0") == "Démonstration\u00a0: «\u202fun\u202f»"
    assert clean_line("un\u2003deux\u3000trois") == "un deux trois"


@pytest.mark.parametrize("typed", ["", "  \n", "\u200b", "\u2060 \u00ad", "\u0301", "\x00"])
def test_a_title_with_nothing_to_see_is_refused(typed: str) -> None:
    with pytest.raises(EditError) as refused:
        clean_title(typed)
    assert refused.value.problem is Problem.TITLE_EMPTY


@pytest.mark.parametrize("typed", ["=", "«", "1", "م", "😀", "-"])
def test_a_title_of_one_visible_character_is_kept(typed: str) -> None:
    assert clean_title(typed) == typed


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(EditError) as refused:
        clean_text("a\ud800")
    assert refused.value.problem is Problem.TEXT_UNREADABLE


def test_limits_are_named_with_the_length() -> None:
    assert len(clean_text("x" * TEXT_LIMIT)) == TEXT_LIMIT
    assert len(clean_title("x" * TITLE_LIMIT)) == TITLE_LIMIT
    with pytest.raises(EditError) as long_text:
        clean_text("x" * (TEXT_LIMIT + 1))
    assert (long_text.value.problem, long_text.value.values) == (
        Problem.TEXT_TOO_LONG,
        {"length": str(TEXT_LIMIT + 1), "limit": str(TEXT_LIMIT)},
    )
    with pytest.raises(EditError) as long_title:
        clean_title("x" * 10_000)
    assert long_title.value.problem is Problem.TITLE_TOO_LONG
    assert long_title.value.values["length"] == "10000"


@given(ANY_TEXT)
def test_cleaning_again_changes_nothing(typed: str) -> None:
    cleaned, line = clean_text(typed), clean_line(typed)
    assert clean_text(cleaned) == cleaned
    assert clean_line(line) == line
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(character) == "Cc" for character in cleaned.replace("\n", "").replace("\t", ""))
    assert "\n" not in line


def test_names_are_compared_as_a_reader_does() -> None:
    assert same_title("Accueil", "ACCUEIL")
    assert same_title("Straße", "STRASSE")
    assert not same_title("Accueil", "Accueil 2")


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\u200f"])
def test_names_that_differ_only_by_what_cannot_be_seen_are_the_same(unseen: str) -> None:
    assert same_title(f"Infir{unseen}mier", "INFIRMIER")
    assert same_title(f"Infirmie{unseen}\u0300re", "Infirmière")
