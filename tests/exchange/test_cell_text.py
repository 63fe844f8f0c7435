"""Whatever people type or paste, a spreadsheet opens it and runs none of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.exchange.cell_text import cell_text, csv_text, footer_text, looks_like_a_formula, sheet_title

ANYTHING = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("tab\tet ligne\nsuivante", "tab\tet ligne\nsuivante"),
        ("saut\x0bde Word", "saut\nde Word"),
        ("retour\r\nchariot\rseul", "retour\nchariot\nseul"),
        ("nul\x00 et \x1b échap", "nul et  échap"),
        ("\ufffe\uffffreste", "reste"),
        ("moitié \ud800 de paire", "moitié \ufffd de paire"),
        ("<r><t>balise</t></r>", " <r><t>balise</t></r>"),
        ("émoji 🩺 et עברית", "émoji 🩺 et עברית"),
    ],
)
def test_a_cell_holds_what_was_meant(typed: str, kept: str) -> None:
    assert cell_text(typed) == kept


def test_a_text_too_long_is_cut_at_the_limit_and_says_so() -> None:
    kept = cell_text("🩺" * 20_000)
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert kept.endswith("🩺…")
    assert cell_text("a" * 32_767) == "a" * 32_767
    assert cell_text("a" * 32_768) == "a" * 32_766 + "…"


@given(ANYTHING)
def test_no_text_holds_what_xml_refuses(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", cell_text(text))


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-5", "@SUM(A1)", "  =1", "\u00a0=1", "\t=1"])
def test_what_a_spreadsheet_would_run_is_disarmed_in_csv(text: str) -> None:
    assert looks_like_a_formula(text)
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Accueil", "1 = 1", "a-b", "", "'=1", "«\u00a0=\u00a0»"])
def test_other_text_is_left_alone_in_csv(text: str) -> None:
    assert not looks_like_a_formula(text)
    assert csv_text(text) == text


@pytest.mark.parametrize(
    ("wanted", "given_title"),
    [
        ("Résultats", "Résultats"),
        ("a/b\\c[d]e:f*g?h", "a b c d e f g h"),
        ("'cité'", "cité"),
        ("", "Sheet"),
        ("[]", "Sheet"),
        ("history", "history 1"),
        ("x" * 40, "x" * 30 + "…"),
    ],
)
def test_a_sheet_title_obeys_excel(wanted: str, given_title: str) -> None:
    assert sheet_title(wanted, []) == given_title


def test_sheet_titles_are_distinct_whatever_their_case() -> None:
    assert sheet_title("matrice", ["Matrice"]) == "matrice (2)"
    assert sheet_title("Matrice", ["matrice", "MATRICE (2)"]) == "Matrice (3)"
    assert sheet_title("x" * 31, ["x" * 31]) == "x" * 26 + "… (2)"


@given(ANYTHING, st.lists(ANYTHING, max_size=3))
def test_any_text_makes_a_sheet_title(text: str, others: list[str]) -> None:
    taken: list[str] = []
    for wanted in (*others, text, text):
        title = sheet_title(wanted, taken)
        assert 0 < len(title.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", title)
        assert not title.startswith("'")
        assert not title.endswith("'")
        assert title.casefold() not in {other.casefold() for other in taken}
        taken.append(title)


def test_a_footer_is_one_line_where_an_ampersand_is_itself() -> None:
    assert footer_text("RH & Cie\nCHU") == "RH && Cie CHU"
    assert len(footer_text("x" * 400)) == 100
