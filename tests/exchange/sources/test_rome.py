"""ROME of France Travail: every trap of its files, and the real ones where they are."""

from pathlib import Path

import pytest

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.rome import RomeTitle, both_forms, read_rome
from impactapp.labels import sentence
from tests.exchange.sources.ilo_files import ilo_book
from tests.exchange.sources.official import FOLDER, needs_official_files
from tests.exchange.sources.rome_files import LISTED, TREE, listed, tree

CODES = '"code_rome","code_ogr","libelle_rome","code_rome_parent"\n"A1102","7","Secrétaire de bord","A1102"\n'


def refused(*paths: Path) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read_rome(paths)
    assert paths[-1].name in sentence(caught.value)
    return caught.value


def test_the_tree_is_read_behind_its_definitions_with_codes_put_together(tmp_path: Path) -> None:
    read = read_rome([tree(tmp_path)])
    assert read.sheets == {"A1101": "Agent / Agente de vigie", "A1102": "Secrétaire médical / médicale de bord"}
    assert list(read.titles.values()) == [
        RomeTitle("477597", "A1101", "Agent de vigie", "Agente de vigie"),
        RomeTitle("38874", "A1101", "Barreur", "Barreuse"),
        RomeTitle("11987", "A1102", "Secrétaire médical", "Secrétaire médicale"),
        RomeTitle("404030", "A1102", "Mousse", "Mousse"),
    ]
    assert read.edition == "Arbo Principale 18-09-2025"
    assert [(one.line, one.reason) for one in read.refused] == [(10, Problem.ROME_LINE_WITHOUT_CODE)]


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        ("Agent / Agente d'entretien", ("Agent d'entretien", "Agente d'entretien")),
        ("Chef / Cheffe d'équipe", ("Chef d'équipe", "Cheffe d'équipe")),
        ("Ouvrier forestier / Ouvrière forestière", ("Ouvrier forestier", "Ouvrière forestière")),
        ("Secrétaire médical / médicale", ("Secrétaire médical", "Secrétaire médicale")),
        ("Garde de parc naturel", ("Garde de parc naturel", "Garde de parc naturel")),
        ("Un / Une / Des", ("Un / Une / Des", "Un / Une / Des")),
        ("Plastique/caoutchouc", ("Plastique/caoutchouc", "Plastique/caoutchouc")),
    ],
)
def test_a_label_is_taken_apart_into_its_two_forms(label: str, forms: tuple[str, str]) -> None:
    assert both_forms(label) == forms


def test_titles_are_found_by_either_form_by_number_and_by_code(tmp_path: Path) -> None:
    index = read_rome([tree(tmp_path)]).index
    for words in ("agent vigie", "Agente de vigie", "477597"):
        assert index.find(words) == ("477597",)
    assert index.find("A1101") == ("477597", "38874")


def test_statements_are_listed_once_under_their_sheet(tmp_path: Path) -> None:
    read = read_rome([listed(tmp_path)])
    assert read.statements == {
        "A1101": ("Monter au mât, de jour", "Tenir la barre"),
        "A1102": ("Tenir le livre de bord",),
    }
    assert [(one.line, one.reason) for one in read.refused] == [
        (6, Problem.ROME_LINE_WITHOUT_CODE),
        (7, Problem.SOURCE_LINE_CUT),
    ]


def test_the_order_of_the_files_does_not_matter_to_titles_and_statements(tmp_path: Path) -> None:
    first, second = read_rome([tree(tmp_path), listed(tmp_path)]), read_rome([listed(tmp_path), tree(tmp_path)])
    assert (first.titles, first.statements) == (second.titles, second.statements)
    assert first.sheets["A1101"] == second.sheets["A1101"]


def test_a_list_that_excel_saved_with_semicolons_reads_the_same(tmp_path: Path) -> None:
    plain = read_rome([listed(tmp_path)]).statements
    saved = LISTED.replace('"Monter au mât, de jour"', "Monter au mât|").replace(",", ";").replace("|", ", de jour")
    assert read_rome([listed(tmp_path, saved)]).statements == plain


def test_the_list_of_codes_names_sheets(tmp_path: Path) -> None:
    assert read_rome([listed(tmp_path, CODES)]).sheets == {"A1102": "Secrétaire de bord"}


def test_an_older_format_or_another_file_is_one_sentence(tmp_path: Path) -> None:
    older = '"code_rome","libelle_rome","code_ogr"\n"A1102","Vigie","7"\n'
    assert refused(listed(tmp_path, older)).problem is Problem.ROME_OLDER_FORMAT
    headed = (("Domaine", "Code", "", "Intitulé", "OGR"), *TREE[1:])
    assert refused(tree(tmp_path, headed)).problem is Problem.ROME_OLDER_FORMAT
    assert refused(tree(tmp_path, TREE[:3])).problem is Problem.ROME_OLDER_FORMAT
    assert refused(ilo_book(tmp_path)).problem is Problem.ROME_OLDER_FORMAT
    assert refused(listed(tmp_path, "a,b,c\n1,2,3\n")).problem is Problem.SOURCE_UNKNOWN


@needs_official_files
def test_the_real_files_are_read_whole() -> None:
    folder = FOLDER / "rome"
    names = ("rome_metiers.xlsx", "unix_referentiel_code_rome_v460_utf8.csv", "hospital_activities_v347.csv")
    read = read_rome([folder / name for name in names])
    # what the first sheet of the workbook says of it
    assert (len(read.sheets), len(read.titles)) == (1584, 13_120)
    assert (len(read.statements), sum(len(said) for said in read.statements.values())) == (62, 1_414)
    assert read.refused == ()
    assert all(number.isdigit() for number in read.titles)
    found = read.titles[read.index.find("infirmière en soins généraux")[0]]
    assert (found.code, found.title) == ("J1506", "Infirmier en soins généraux (IDE)")
    assert not any(" / " in one.title for one in read.titles.values())
