"""Headings in the words of hospitals: found wherever they stand, over one line or two, whatever their accents."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.incoming import Field
from impactapp.exchange.foreign.mapping import guess_mapping
from impactapp.exchange.foreign.tables import read_tables
from impactapp.exchange.foreign.texts import text_table
from tests.exchange.foreign.lists import decided, fields, read, refusals, titles, values, workbook

FULL = {
    "Métier": Field.PROFESSION_TITLE,
    "Activités principales": Field.TITLE,
    "Part du temps (%)": Field.SHARE,
    "Maturité - hypothèse basse": Field.MATURITY_LOW,
    "Justification": Field.MATURITY_LOW_TEXT,
    "ACCEPTABILITE (HYP. BASSE)": Field.ACCEPTABILITY_LOW,
    "Commentaire": Field.ACCEPTABILITY_LOW_TEXT,
    "Retour sur investissement, basse": Field.ROI_LOW,
    "Décision basse": Field.SUBSTITUTION_LOW,
    "Motif de la décision basse": Field.SUBSTITUTION_LOW_TEXT,
    "Maturité haute": Field.MATURITY_HIGH,
    "Hypothèse haute": Field.SUBSTITUTION_HIGH,
    "Raison (hypothèse haute)": Field.SUBSTITUTION_HIGH_TEXT,
    "Effectif": Field.HEADCOUNT,
    "ETP": Field.FTE,
    "Validé par un humain": Field.VALIDATED,
}
ENGLISH = {
    "Profession": Field.PROFESSION_TITLE,
    "Task": Field.TITLE,
    "Share of time": Field.SHARE,
    "Maturity (low)": Field.MATURITY_LOW,
    "Rationale": Field.MATURITY_LOW_TEXT,
    "ROI high": Field.ROI_HIGH,
    "Low hypothesis": Field.SUBSTITUTION_LOW,
    "High hypothesis": Field.SUBSTITUTION_HIGH,
    "Reason (high)": Field.SUBSTITUTION_HIGH_TEXT,
    "Headcount": Field.HEADCOUNT,
    "FTE": Field.FTE,
}
ABOVE = st.lists(
    st.lists(st.sampled_from(["", "Direction des soins", "Document de travail", 2026, "Service 12"]), max_size=4),
    max_size=28,
)


def filled(headings: dict[str, Field]) -> list[list[object]]:
    words = {Field.SHARE: "40 %", Field.HEADCOUNT: 12, Field.FTE: 10.5, Field.VALIDATED: "oui"}
    return [
        list(headings),
        [words.get(field, "Moyen" if "." in field.value else "Accueillir") for field in headings.values()],
    ]


@pytest.mark.parametrize("headings", [FULL, ENGLISH])
def test_headings_are_understood_in_both_languages(tmp_path: Path, headings: dict[str, Field]) -> None:
    path = workbook(tmp_path / "grille.xlsx", {"Feuil1": filled(headings)})
    (table,) = read_tables(path)

    assert fields(table) == dict(enumerate(headings.values()))


@given(ABOVE)
def test_headings_are_found_anywhere_in_the_first_rows(
    tmp_path_factory: pytest.TempPathFactory, above: list[list[object]]
) -> None:
    path = tmp_path_factory.mktemp("book") / "grille.xlsx"
    rows = [
        *above,
        ["N°", "Activité", "Basse", "Haute"],
        [1, "Accueillir", "Moyen", "Fort"],
        [2, "Coder", "Fort", "Fort"],
    ]
    reading = read(workbook(path, {"Feuil1": rows}))

    assert [(title, low, high) for title, low, high in decided(reading)] == [("Accueillir", 2, 3), ("Coder", 3, 3)]
    assert refusals(reading) == []


def test_headings_over_two_lines_are_joined(tmp_path: Path) -> None:
    rows = [
        ["Activité", "Hypothèse basse", "", "", "Hypothèse haute", "", ""],
        ["", "Maturité", "ROI", "Décision", "Maturité", "ROI", "Décision"],
        ["Accueillir", "Fort", "Moyen", "Moyen", "Fort", "Fort", "Fort"],
    ]
    path = workbook(tmp_path / "grille.xlsx", {"Feuil1": rows})
    (table,) = read_tables(path)
    sides = (Field.MATURITY_LOW, Field.ROI_LOW, Field.SUBSTITUTION_LOW, Field.MATURITY_HIGH, Field.ROI_HIGH)

    assert fields(table) == dict(enumerate((Field.TITLE, *sides, Field.SUBSTITUTION_HIGH)))
    assert guess_mapping(table).header_rows == 2
    assert titles(read(path)) == ["Accueillir"]


def test_criteria_above_and_hypotheses_below_are_joined_too(tmp_path: Path) -> None:
    rows = [["Tâche", "Substitution", ""], ["", "Low", "High"], ["Accueillir", "Low", "High"]]
    reading = read(workbook(tmp_path / "grille.xlsx", {"Feuil1": rows}))

    assert decided(reading) == [("Accueillir", 1, 3)]


def test_an_activity_that_speaks_of_headings_is_no_heading() -> None:
    listed = ["Gestion des activités du service", "Suivi du temps de travail", "Saisie de l’activité médicale (codage)"]

    assert titles(read("\n".join(listed))) == listed
    assert titles(read("\n".join(f"{title}\tFort\tFort" for title in listed))) == listed


def test_a_decision_of_no_hypothesis_is_read_as_the_low_one_and_said(tmp_path: Path) -> None:
    rows = [
        ["Activité", "Maturité", "Acceptabilité", "ROI", "Substitution"],
        ["Frappe", "Fort", "Fort", "Fort", "FORT"],
    ]
    (table,) = read_tables(workbook(tmp_path / "grille.xlsx", {"Feuil1": rows}))
    mapping = guess_mapping(table)

    assert list(mapping.columns.values())[1:] == [
        *(Field.MATURITY_LOW, Field.ACCEPTABILITY_LOW, Field.ROI_LOW, Field.SUBSTITUTION_LOW)
    ]
    assert [doubt.cell.ref for doubt in mapping.doubts] == ["E1"]


def test_headings_printed_again_on_each_page_are_no_activity() -> None:
    reading = read("Activité\tBasse\nAccueil\tFort\nActivité\tBasse\nCodage\tMoyen")

    assert titles(reading) == ["Accueil", "Codage"]
    assert refusals(reading) == []


def test_a_list_of_professions_needs_no_activity() -> None:
    reading = read("Métier\tCatégorie\tEffectif\tETP\nAide-soignant\tsoignant\t1 250\t1100,5\nBrancardier\t\t40\t38")

    assert titles(reading) == ["Aide-soignant", "Brancardier"]
    assert values(reading, Field.HEADCOUNT) == [1250, 40]
    assert values(reading, Field.FTE) == [1100.5, 38]
    assert values(reading, Field.CATEGORY) == ["care", None]


def test_a_profession_holds_for_the_rows_below_it() -> None:
    reading = read(
        "Métier\tActivité\tBasse\nSecrétaire\tAccueil\tFort\n\tCodage\tMoyen\nBrancardier\tTransport\tFaible"
    )

    assert [row.profession for row in reading.rows] == ["Secrétaire", "Secrétaire", "Brancardier"]


@pytest.mark.parametrize(
    ("heading", "held"),
    [
        ("Taux de substitution (%)", Field.SUBSTITUTION_LOW),
        ("Niveau validé", Field.SUBSTITUTION_LOW),
        ("Supervision humaine", Field.VALIDATED),
        ("Temps (min)", None),
        ("% temps", Field.SHARE),
        ("Quotité", Field.SHARE),
        ("Levier (points)", None),
        ("Proposition, hypothèse basse", None),
        ("Effectif", None),
        ("Observations", None),
    ],
)
def test_a_heading_beside_the_activities_is_what_it_says(heading: str, held: Field | None) -> None:
    (table,) = read_tables(f"Activité\t{heading}\nAccueil\t\nCodage\t")

    assert fields(table) == {0: Field.TITLE} if held is None else {0: Field.TITLE, 1: held}


def test_a_comment_after_both_hypotheses_is_left_to_a_person() -> None:
    (table,) = read_tables("Activité\tBasse\tHaute\tCommentaire\nAccueil\tFort\tFort\tdéjà outillé")

    assert 3 not in fields(table)


def test_of_activities_and_their_tasks_the_finer_column_is_read() -> None:
    reading = read("Activité\tTâche\tBasse\nAccueil\tTéléphone\tFort\nAccueil\tGuichet\tMoyen")

    assert titles(reading) == ["Téléphone", "Guichet"]


def test_notes_below_the_table_are_no_activities_and_are_said() -> None:
    text = "Activité\tBasse\nAccueil\tFort\n\nCodage\tMoyen\nTri\t\n\nLégende : cotation du groupe\nSource : atelier"
    reading = read(text)

    assert titles(reading) == ["Accueil", "Codage", "Tri"]
    assert [cell for cell, _sentence in refusals(reading)] == ["A7", "A8"]


def test_the_title_of_a_sheet_is_no_group_of_headings() -> None:
    table = text_table("Liste des missions;;\nActivité;Niveau bas;Niveau haut\nAccueil;moyen;fort\n", "liste.csv")
    assert guess_mapping(table).headings == ("Activité", "Niveau bas", "Niveau haut")
