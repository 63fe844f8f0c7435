"""What stands beside the rates in the one page and the slides: scenarios, and the outside measure by its ranks."""

from dataclasses import replace
from pathlib import Path

from pptx import Presentation

from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.exchange.report.blocks import Bullets, Words
from impactapp.exchange.report.content import report_content
from impactapp.exchange.slides.writing import write_slides
from impactapp.labels.scenarios import scenario_caution
from impactapp.store.benchmarks import benchmarks
from tests import builders, scenario_builders
from tests.exchange.benchmark_cases import measured
from tests.exchange.dossier import MADE_AT
from tests.staff_builders import PRUDENT, STATED

SIMPLE = scenario_builders.SIMPLE


def one_page(study: Study) -> tuple[list[str], list[str]]:
    """The bullets of the one page, and its paragraphs, with ordinary blanks."""
    report = report_content(analyse(study), MADE_AT, is_summary=True, benchmarks=benchmarks())
    blocks = [block for section in report.sections for block in section.blocks]
    bullets = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    words = [block.text for block in blocks if isinstance(block, Words)]
    return [one.replace("\u00a0", " ") for one in bullets], [one.replace("\u00a0", " ") for one in words]


def notes_of_results(study: Study, folder: Path) -> str:
    target = folder / "d.pptx"
    write_slides(analyse(study), target, made_at=MADE_AT, benchmarks=benchmarks())
    slides = list(Presentation(str(target)).slides)
    assert len(slides) == 6
    frame = slides[3].notes_slide.notes_text_frame
    assert frame is not None
    return str(frame.text).replace("\u00a0", " ")


def test_the_one_page_says_what_two_scenarios_give_and_counts_the_others() -> None:
    bullets, words = one_page(scenario_builders.secretary(PRUDENT, STATED, SIMPLE))
    assert [one for one in bullets if one.startswith("Scénario « Prudent ». À 5 ans : ")]
    assert [one for one in bullets if one.startswith("Scénario « Année par année ». À 3 ans : ")]
    assert "… et 1 autre scénario, dans le dossier." in bullets
    assert not [one for one in bullets if "Simple" in one]
    assert scenario_caution().replace("\u00a0", " ") in words


def test_the_one_page_lays_ranks_side_by_side_with_their_credit() -> None:
    bullets, words = one_page(measured())
    (ranks,) = [one for one in bullets if one.startswith("Repère extérieur")]
    assert "Métier 5 : 1er sur 5 ; 3e sur 5, – · Secrétaire médicale : 2e sur 5 ; 2e sur 5, 2e sur 4" in ranks
    # places only: neither a score nor a difference
    assert "0," not in ranks
    assert [one for one in words if "© OIT" in one and "adaptation" in one]


def test_the_one_page_of_one_profession_compares_nothing() -> None:
    (secretary,) = builders.secretary().professions
    bullets, words = one_page(builders.study(replace(secretary, isco08=("3344",))))
    assert not [one for one in (*bullets, *words) if "OIT" in one or "Scénario" in one or "Calcul de cette" in one]


def test_long_names_leave_the_ranks_whole() -> None:
    study = measured()
    named = tuple(replace(one, title=f"{one.title} {'de la longue dénomination ' * 7}") for one in study.professions)
    bullets, _words = one_page(replace(study, professions=named))
    (ranks,) = [one for one in bullets if one.startswith("Repère extérieur")]
    assert ranks.count(" sur 5") >= 4
    assert len(ranks) < 400


def test_whoever_speaks_of_the_results_has_scenarios_and_ranks_in_the_notes(tmp_path: Path) -> None:
    said = notes_of_results(replace(measured(), scenarios=(SIMPLE,)), tmp_path)
    assert "Scénario « Simple ». À 4 ans : " in said
    assert "Secrétaire médicale — repère extérieur : CITP-08 3344 : 2e sur 5." in said
    assert "ni moyenne ni différence" in said
    assert "ILO Working Paper 140" in said


def test_notes_say_nothing_of_what_the_study_has_not(tmp_path: Path) -> None:
    said = notes_of_results(builders.secretary(), tmp_path)
    assert "Scénario" not in said
    assert "OIT" not in said
