"""Staff in words: sums compared, places of findings, and gaps of an official file."""

from dataclasses import replace

import pytest

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.headcount import Agreement, CategoryStaff, ProfessionStaff
from impactapp.domain.analysis.results import analyse
from impactapp.domain.profession import Category
from impactapp.domain.staff import Census
from impactapp.labels import found as finding_labels
from impactapp.labels import staff
from impactapp.labels.staff_findings import UNITS_FINDINGS
from tests import builders
from tests.exchange import staff_cases


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def compared(persons: Agreement, fte: Agreement) -> str:
    return plain(staff.reconciliation(ProfessionStaff(builders.profession(1), persons, fte)))


@pytest.mark.parametrize(
    ("persons", "fte", "said"),
    [
        (Agreement(10, 12), Agreement(None, None), "12 personnes, 2 de plus que l’effectif du métier"),
        (Agreement(10, 1), Agreement(9.0, 9.5), "1 personne, 9 de moins que l’effectif du métier\n"
         "9,5 ETP, 0,5 de plus"),
        (Agreement(3, 3), Agreement(2.0, 1.0), "3 personnes, comme le métier\n1 ETP, 1 de moins"),
        (Agreement(None, 2), Agreement(8.1, 2.7 + 5.4), "2 personnes ; l’effectif du métier n’est pas renseigné\n"
         "8,1 ETP, comme le métier"),
        (Agreement(4, None), Agreement(None, 1.5), "1,5 ETP ; les ETP du métier ne sont pas renseignés"),
    ],
)  # fmt: skip
def test_what_the_units_sum_to_is_compared_in_words(persons: Agreement, fte: Agreement, said: str) -> None:
    assert compared(persons, fte) == said


@pytest.mark.parametrize(
    ("persons", "said"),
    [
        (Agreement(295, 295), "l’étude couvre 295 des 295 personnes"),
        (Agreement(1, 0), "l’étude couvre 0 personne sur 1"),
        (Agreement(4, 9), "5 personnes de plus que dans la source officielle"),
        (Agreement(None, 9), "absent de la source officielle"),
        (Agreement(None, None), ""),
        (Agreement(7, None), "aucun effectif dans l’étude"),
    ],
)
def test_what_the_study_covers_of_the_official_count_is_said(persons: Agreement, said: str) -> None:
    assert plain(staff.coverage(CategoryStaff(Category.CARE, persons, Agreement(None, None)))) == said


def test_differences_carry_their_sign() -> None:
    assert staff.difference(Agreement(4, 9), in_fte=False) == "+5"
    assert staff.difference(Agreement(1.5, 0.25), in_fte=True) == "−1,25"
    assert staff.difference(Agreement(0.3, 0.1 + 0.2), in_fte=True) == "0"
    assert staff.difference(Agreement(None, 1), in_fte=True) == "–"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "EFFPNM_TOT_PNM",
            "13 personnes de personnel non médical (EFFPNM_TOT_PNM), la somme de ses groupes en donne 12.",
        ),
        ("ETPPNM_TOT_PNM", "13 ETP de personnel non médical"),
        ("EFFSAL_TOT", "13 médecins, pharmaciens et odontologistes salariés"),
        ("ETPSAL_TOT", "13 ETP de médecins, pharmaciens et odontologistes salariés"),
    ],
)
def test_a_gap_of_the_file_says_which_total_and_both_numbers(code: str, said: str) -> None:
    assert said in plain(staff.gap_sentence(code, 13.0, 12.0))
    assert staff.totals_sentence([]) == "Les totaux du fichier sont bien la somme de ses groupes."


def test_the_source_the_year_and_the_place_are_said_together() -> None:
    assert plain(staff.census_source(staff_cases.CENSUS)) == "Source : DREES, SAE, 2024, CH du Nord (010000024)"
    assert plain(staff.census_source(Census("SAE", 2023, "CH"))) == "Source : SAE, 2023, CH"


def test_the_findings_on_staff_say_where_they_are_and_what_to_do() -> None:
    study = staff_cases.staffed()
    groups = finding_labels.finding_groups(analyse(study).findings)
    said = [
        (finding_labels.group_where(group, study), plain(finding_labels.group_message(group, study)))
        for group in groups
        if group.first.code in UNITS_FINDINGS
    ]
    assert said == [
        ("Ambulancier › Site Sud", "5,5 ETP pour 4 personnes : plus de 1,2 par personne, corrigez l’un des deux."),
        (
            "Secrétaire médicale",
            "Les sites et services comptent 2 personnes de plus que le métier : corrigez une ligne, ou reprenez la "
            "somme.",
        ),
        (
            "Secrétaire médicale",
            "Les sites et services comptent 0,3 ETP de plus que le métier : corrigez une ligne, ou reprenez la somme.",
        ),
        (
            "Ambulancier",
            "Les sites et services comptent 2,5 ETP de plus que le métier : corrigez une ligne, ou reprenez la somme.",
        ),
        (
            "Personnel soignant",
            "Les métiers comptent 4 personnes de plus que la source officielle pour cette catégorie : vérifiez l’année "
            "et la catégorie.",
        ),
    ]


def test_several_lines_of_one_profession_are_counted_by_unit() -> None:
    study = staff_cases.staffed()
    twice = tuple(Finding(FindingCode.STAFF_FTE_ABOVE_HEADCOUNT, "sec", number=9.0, unit_id=unit) for unit in "nw")
    (group,) = finding_labels.finding_groups(twice)
    assert finding_labels.group_where(group, study) == "Secrétaire médicale"
    assert plain(finding_labels.group_message(group, study)).startswith("2 sites ou services : plus d’ETP")
    categories = tuple(
        Finding(FindingCode.STUDY_ABOVE_CENSUS, number=1, category=category)
        for category in (Category.CARE, Category.MEDICAL)
    )
    (group,) = finding_labels.finding_groups(categories)
    assert finding_labels.group_where(group, replace(study, title="Étude")) == "Étude"
    assert plain(finding_labels.group_message(group, study)).startswith("2 catégories")
