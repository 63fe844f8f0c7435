"""Lists pasted from Word, Excel and e-mails become activities, and what is left out is named with its line."""

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from impactapp.domain.lists import Item, LeftOut, PastedList, read_list
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.text import TITLE_LIMIT


def titles(text: str) -> list[str]:
    return [item.title for item in read_list(text).items]


def shares(text: str) -> list[float | None]:
    return [item.share for item in read_list(text).items]


def left_out(text: str, taken: tuple[str, ...] = ()) -> list[tuple[int, LeftOut]]:
    return [(trouble.line, trouble.reason) for trouble in read_list(text, taken).troubles]


def test_each_plain_line_is_an_activity() -> None:
    assert titles("Accueil\nRédaction\r\nCodage\rArchivage") == ["Accueil", "Rédaction", "Codage", "Archivage"]


@pytest.mark.parametrize("mark", ["• ", "•\t", "•", "- ", "-", "– ", "* ", "▪ ", "\uf0b7\t", "o\t", "➢ ", "  - "])
def test_bullets_are_taken_off(mark: str) -> None:
    assert titles(f"{mark}Accueil\n{mark}Rédaction") == ["Accueil", "Rédaction"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *[("1. ", "2. "), ("1) ", "2) "), ("(1) ", "(2) "), ("1.\t", "2.\t"), ("1 - ", "2 - "), ("1.1 ", "1.2 ")],
        *[("a) ", "b) "), ("a. ", "b. "), ("A. ", "B. "), ("A) ", "B) "), ("i. ", "ii. "), ("1° ", "2° ")],
    ],
)
def test_numbers_and_letters_are_taken_off(first: str, second: str) -> None:
    assert titles(f"{first}Accueil\n{second}Rédaction") == ["Accueil", "Rédaction"]


@pytest.mark.parametrize(
    "title", ["24h/24 : accueil", "2 fois par semaine, relance", "M. le directeur", "-5 °C à surveiller", "1,5 heure"]
)
def test_a_title_that_begins_like_a_mark_stays_whole(title: str) -> None:
    assert titles(f"{title}\nCodage") == [title, "Codage"]


def test_a_line_without_a_mark_goes_on_the_marked_one_before() -> None:
    text = "• Accueil physique et téléphonique\n  des patients\n• Codage des actes\n(PMSI)"
    assert titles(text) == ["Accueil physique et téléphonique des patients", "Codage des actes (PMSI)"]


def test_wrapped_lines_are_put_together() -> None:
    text = "Gestion et coordination médico-administrative des\nagendas\nTraitement des courriers, dossiers,\ndocuments"
    assert titles(text) == [
        "Gestion et coordination médico-administrative des agendas",
        "Traitement des courriers, dossiers, documents",
    ]


def test_short_lines_in_lower_case_are_not_put_together() -> None:
    assert titles("accueil\nrédaction\ncodage") == ["accueil", "rédaction", "codage"]


def test_a_blank_line_ends_a_marked_item() -> None:
    assert titles("• Accueil\n\nrédaction") == ["Accueil", "rédaction"]


def test_the_end_marks_of_a_list_are_taken_off() -> None:
    text = "Accueil ;\nRédaction.\nAgendas, etc.\nVisites..."
    assert titles(text) == ["Accueil", "Rédaction", "Agendas, etc.", "Visites..."]


def test_the_heading_of_a_list_is_left_out_and_named() -> None:
    assert titles("Activités principales :\n- Accueil") == ["Accueil"]
    assert left_out("Activités principales :\n- Accueil") == [(1, LeftOut.HEADING)]


def test_in_a_table_the_longest_text_is_the_title_and_percents_are_shares() -> None:
    text = "N°\tDomaine\tActivité\tPart\n1\tA\tAccueil physique\t12,5 %\n2\tB\tRédaction de documents\t87,5 %"
    assert titles(text) == ["Accueil physique", "Rédaction de documents"]
    assert shares(text) == [0.125, 0.875]


def test_figures_that_add_up_to_a_hundred_are_shares_wherever_they_stand() -> None:
    assert shares("40\tAccueil\n60\tCodage") == [0.4, 0.6]
    assert shares("Accueil\t0,4\nCodage\t0,6") == [0.4, 0.6]


def test_a_part_of_one_in_a_column_of_percents_is_left_out_rather_than_read_as_less_than_one_percent() -> None:
    text = "Activité\tTemps\nAccueil\t0,4\nCodage\t20"
    assert shares(text) == [None, 0.2]
    assert left_out(text) == [(2, LeftOut.SHARE)]
    assert shares("Activité\tTemps\nAccueil\t0,4\nCodage\t0,3") == [None, None]


def test_a_percent_below_one_with_its_sign_is_a_share() -> None:
    assert shares("Accueil\t0,5 %\nCodage\t99,5 %") == [0.005, 0.995]


def test_figures_under_a_heading_of_time_are_shares() -> None:
    assert shares("Activité\tTemps\nAccueil\t10\nCodage\t20") == [0.1, 0.2]


def test_a_single_line_of_a_table_is_an_activity_and_no_heading() -> None:
    assert titles("Accueil\t40 %") == ["Accueil"]
    assert shares("Accueil\t40 %") == [0.4]


def test_figures_that_could_be_thousands_are_not_shares() -> None:
    assert shares("Accueil\t1.000\nCodage\t60") == [None, None]
    named = read_list("Activité\tTemps\nAccueil\t1.000\nCodage\t60")
    assert [item.share for item in named.items] == [None, 0.6]
    assert [(trouble.text, trouble.reason) for trouble in named.troubles] == [("1.000", LeftOut.SHARE)]


def test_names_that_differ_only_by_what_cannot_be_seen_are_repeated() -> None:
    pasted = read_list("Infirmier\nInfir\u00admier\nAide\u200b-soignant", taken=["aide-soignant"])
    assert [item.title for item in pasted.items] == ["Infirmier"]
    assert [trouble.reason for trouble in pasted.troubles] == [LeftOut.REPEATED, LeftOut.TAKEN]


def test_an_item_of_only_a_semicolon_is_no_activity() -> None:
    assert [item.title for item in read_list("- Accueil\n- ;\n- Codage").items] == ["Accueil", "Codage"]


def test_numbers_of_rows_are_not_shares() -> None:
    assert read_list("1\tAccueil\n2\tCodage").items == (Item(1, "Accueil"), Item(2, "Codage"))


def test_headings_and_total_of_a_table_are_not_activities() -> None:
    assert titles("Activité\tPart\nAccueil\t40 %\nCodage\t60 %\nTotal\t100 %") == ["Accueil", "Codage"]


def test_a_quoted_cell_may_hold_line_breaks() -> None:
    pasted = read_list('"Accueil\nphysique"\t40 %\n"dit ""codage"""\t60 %')
    assert pasted.items == (Item(1, "Accueil physique", 0.4), Item(3, 'dit "codage"', 0.6))


def test_quotes_of_the_author_are_kept() -> None:
    assert titles('"Accueil" des patients\nRédaction "à la volée"') == [
        '"Accueil" des patients',
        'Rédaction "à la volée"',
    ]


def test_a_share_out_of_range_is_left_out_and_the_activity_kept() -> None:
    text = "Accueil\t150 %\nCodage\t-5 %\nRédaction\tabc\nClassement\t10 %\nTri\t5 %"
    assert shares(text) == [None, None, None, 0.1, 0.05]
    assert left_out(text) == [(1, LeftOut.SHARE), (2, LeftOut.SHARE), (3, LeftOut.SHARE)]


def test_a_row_without_a_title_is_named() -> None:
    assert left_out("Accueil physique\t40 %\n\t60 %") == [(2, LeftOut.HEADING)]


@pytest.mark.parametrize(
    "text",
    [
        "1\tAccueil\n- Répondre\n2\tCodage",
        "1\tAccueil\n\t- Répondre\n2\tCodage",
        "1\tAccueil\n•\tRépondre ;\n2\tCodage",
        "Accueil\t40 %\n\t- Répondre\t20 %\nCodage\t40 %",
        "Accueil\t40 %\n-\tRépondre\t20 %\nCodage\t40 %",
        "1. Accueil\n   - Répondre\n2. Codage",
        "•\tAccueil\n\to\tRépondre\n•\tCodage",
    ],
)
def test_a_sub_item_of_a_mixed_list_is_an_activity(text: str) -> None:
    assert titles(text) == ["Accueil", "Répondre", "Codage"]
    assert left_out(text) == []
    assert shares(text) == ([0.4, 0.2, 0.4] if "%" in text else [None, None, None])


def test_a_row_of_a_table_without_a_mark_stays_a_heading() -> None:
    text = "1\tAccueil\nSecrétariat\n2\tCodage\n-\t\t60 %"
    assert titles(text) == ["Accueil", "Codage"]
    assert [reason for _line, reason in left_out(text)] == [LeftOut.HEADING, LeftOut.HEADING]


def test_repeated_and_known_titles_are_left_out_with_their_line() -> None:
    text = "Accueil\nCodage\nACCUEIL\nRédaction"
    assert [item.title for item in read_list(text, ["codage"]).items] == ["Accueil", "Rédaction"]
    assert left_out(text, ("codage",)) == [(2, LeftOut.TAKEN), (3, LeftOut.REPEATED)]


def test_titles_that_cannot_be_kept_are_left_out_with_their_line() -> None:
    text = f"Accueil\n{'x' * (TITLE_LIMIT + 1)}\n\ud800"
    assert titles(text) == ["Accueil"]
    assert left_out(text) == [(2, LeftOut.TOO_LONG), (3, LeftOut.UNREADABLE)]


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\u200a"])
def test_nothing_pasted_is_refused(text: str) -> None:
    with pytest.raises(EditError) as refused:
        read_list(text)
    assert refused.value.problem is Problem.NOTHING_TO_PASTE


def test_text_that_starts_like_a_formula_stays_text() -> None:
    assert titles("=SOMME(A1)\n+33 standard\n@accueil") == ["=SOMME(A1)", "+33 standard", "@accueil"]


@given(st.text(max_size=200))
def test_any_text_gives_distinct_clean_titles_or_a_refusal(text: str) -> None:
    try:
        pasted = read_list(text)
    except EditError as refusal:
        event(refusal.problem.value)
        pasted = PastedList(())
    read = [item.title for item in pasted.items]
    assert all(title == title.strip() != "" for title in read)
    assert len({title.casefold() for title in read}) == len(read)
    assert all(item.share is None or 0 <= item.share <= 1 for item in pasted.items)


@given(
    st.lists(
        st.from_regex(r"[A-Z][a-zé]{1,12}( [a-z]{2,8}){0,3}", fullmatch=True),
        min_size=1,
        max_size=12,
        unique_by=str.casefold,
    )
)
def test_a_bulleted_list_gives_back_its_titles(listed: list[str]) -> None:
    assert titles("\n".join(f"• {title}" for title in listed)) == listed
