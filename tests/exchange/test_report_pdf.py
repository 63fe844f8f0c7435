"""The dossier as PDF: tagged, titled, in its language, whole whatever people wrote; and one page is one page."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from impactapp import i18n
from impactapp.domain.analysis.results import analyse
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.study import Study
from impactapp.exchange.pdf.report import write_report_pdf
from impactapp.exchange.pdf.typeset import Image, is_drawable, raster, ratio_of
from impactapp.exchange.report.blocks import Picture
from impactapp.exchange.report.content import report_content
from tests import builders
from tests.exchange.report_cases import MADE_AT, drawer, pages_of, report, tagged, whole, words_of, write


class StopError(Exception):
    """What a cancelled export raises."""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    i18n.use_language("fr")
    return write(whole(), tmp_path_factory.mktemp("dossier") / "dossier.pdf")


def long_worded() -> Study:
    """Titles of 200 letters in one word and in many, and justifications of 10,000."""
    made = builders.secretary()
    (found,) = made.professions
    titles = ["W" * 200, "Une activité dont le nom est long, " * 5]
    text = "Une justification longue,\navec des retours à la ligne. " * 190
    rated = Rating(Judgement(builders.MO, text[:10_000]), substitution=Judgement(builders.MO, ""))
    tasks = tuple(replace(task, title=titles[at % 2].strip()) for at, task in enumerate(found.tasks))
    tasks = (replace(tasks[0], low=rated), *tasks[1:])
    return replace(
        made, title="T" * 200, establishment="É" * 200, professions=(replace(found, title="M" * 200, tasks=tasks),)
    )


def test_the_pdf_is_tagged_titled_and_in_its_language(dossier: Path) -> None:
    with pikepdf.open(dossier) as made:
        assert str(made.Root.Lang) == "fr"
        assert bool(made.Root.MarkInfo.Marked)
        assert bool(made.Root.ViewerPreferences.DisplayDocTitle)
        assert str(made.docinfo.Title) == "Secrétaire médicale"
        with made.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        assert {tuple(round(float(one)) for one in page.mediabox) for page in made.pages} == {(0, 0, 595, 842)}
        assert all(page.get("/Tabs") == "/S" for page in made.pages)


def test_every_figure_has_words_that_stand_for_it(dossier: Path) -> None:
    figures = [words for tag, words in tagged(dossier) if tag == "/Figure"]
    assert len(figures) == 2
    assert "Tenue à jour du dossier patient" in figures[0]
    assert "Rédaction" in figures[1]


def test_headings_follow_each_other_and_are_the_outline(dossier: Path) -> None:
    headings = [(tag, words) for tag, words in tagged(dossier) if re.fullmatch(r"/H\d", tag)]
    assert headings == [(f"/H{section.level}", section.title) for section in report(whole()).sections]
    levels = [int(tag[-1]) for tag, _words in headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    with pikepdf.open(dossier) as made, made.open_outline() as outline:
        listed = [(1, one.title) for one in outline.root]
        listed += [(2, below.title) for one in outline.root for below in one.children]
    assert sorted(listed) == sorted((section.level, section.title) for section in report(whole()).sections)


def test_tables_have_headings_and_no_figure_stands_alone(dossier: Path) -> None:
    tags = [tag for tag, _words in tagged(dossier)]
    assert tags.count("/Table") == tags.count("/THead") == 10
    assert tags.count("/TH") > 30
    assert tags.count("/Caption") == tags.count("/Figure")


@pytest.mark.libreoffice
def test_the_words_are_all_there(dossier: Path) -> None:
    said = words_of(dossier)
    for wanted in (
        *("CHU d’essai", "20 novembre 2026", "4 à 6 activités sur 10", "12 à 18 ETP sur 30", "Marché mature"),
        *(
            "Vu en groupe",
            "Rédaction sans IA",
            "1er mars 2027",
            "Direction",
            "Représentants du personnel",
            "Référent IA",
        ),
        *("Prochaine revue", "Anderson 2019", "Webinaire", "Page 1 sur"),
    ):
        assert wanted in said, wanted


@pytest.mark.libreoffice
def test_in_english_there_is_no_french(tmp_path: Path) -> None:
    i18n.use_language("en")
    made = builders.large(3, 9)
    professions = tuple(
        replace(one, title=f"Job {at}", tasks=tuple(replace(task, title=f"Task {task.id}") for task in one.tasks))
        for at, one in enumerate(made.professions)
    )
    said = words_of(write(replace(made, title="Trial", professions=professions), tmp_path / "en.pdf"))
    published = said.index("“IA et emploi en santé")
    assert not re.search(
        "[àâçéèêëîïôùûœ]|hypothèse|métier|activité", said.replace(said[published : published + 60], "")
    )
    assert "Working time exposed" in said
    with pikepdf.open(tmp_path / "en.pdf") as english:
        assert str(english.Root.Lang) == "en"


def test_the_same_study_gives_the_same_bytes(tmp_path: Path) -> None:
    assert write(whole(), tmp_path / "a.pdf").read_bytes() == write(whole(), tmp_path / "b.pdf").read_bytes()


@pytest.mark.libreoffice
def test_long_words_and_texts_break_nothing(tmp_path: Path) -> None:
    target = write(long_worded(), tmp_path / "long.pdf")
    said = words_of(target).replace(" ", "")
    assert said.count("W" * 200) >= 5
    assert said.count("retoursàlaligne") >= 170
    with pikepdf.open(target) as made:
        assert 8 <= len(made.pages) <= 16


@pytest.mark.libreoffice
def test_what_people_wrote_is_never_markup(tmp_path: Path) -> None:
    hostile = '#image("/etc/passwd") *gras* $x$ <label> @ref `brut` 🩺 \x0b\x00 // rien'
    (found,) = builders.secretary().professions
    tasks = tuple(replace(task, title=f"{hostile} {at}") for at, task in enumerate(found.tasks))
    study = replace(builders.secretary(), title=hostile, professions=(replace(found, title=hostile, tasks=tasks),))
    for is_summary in (False, True):
        said = words_of(write(study, tmp_path / "hostile.pdf", is_summary=is_summary))
        assert '#image("/etc/passwd") *gras* $x$ <label> @ref `brut`' in said


@pytest.mark.parametrize(
    "study",
    [builders.study(), builders.secretary(), whole(), long_worded(), builders.large(50, 12), builders.large(8, 3)],
)
def test_the_summary_is_one_page(tmp_path: Path, study: Study) -> None:
    target = write(study, tmp_path / "page.pdf", is_summary=True)
    assert pages_of(target) == 1
    assert [tag for tag, _words in tagged(target)].count("/H1") == 1


@pytest.mark.parametrize("odd", ["", "\x0b", "🩺" * 200, "a\nb\u2028" * 66, "e" + "\u0301" * 199, "\u200b" * 200])
def test_odd_texts_give_a_whole_dossier_and_one_page(tmp_path: Path, odd: str) -> None:
    (found,) = builders.secretary().professions
    tasks = tuple(replace(task, title=odd) for task in found.tasks)
    study = replace(
        builders.secretary(), title=odd, establishment=odd, professions=(replace(found, title=odd, tasks=tasks),)
    )
    assert pages_of(write(study, tmp_path / "odd.pdf")) > 3
    assert pages_of(write(study, tmp_path / "odd.pdf", is_summary=True)) == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=builders.studies(), count=st.integers(1, 12), letters=st.sampled_from(["W", "Mot ", "é"]))
def test_the_summary_of_any_study_is_one_page(tmp_path: Path, made: Study, count: int, letters: str) -> None:
    wide = (letters * 200)[:200].strip()
    titled = tuple(replace(one, title=wide) for one in made.professions)
    more = tuple(builders.profession(100 + at, (builders.task(100 + at),)) for at in range(count))
    study = replace(made, title=wide, establishment=wide, professions=(*titled, *more))
    assert pages_of(write(study, tmp_path / "page.pdf", is_summary=True)) == 1


def test_three_hundred_activities_repeat_the_headings_of_their_table(tmp_path: Path) -> None:
    target = write(builders.large(1, 300), tmp_path / "many.pdf")
    with pikepdf.open(target) as made:
        assert 10 <= len(made.pages) <= 20
    assert [tag for tag, _words in tagged(target)].count("/Figure") == 0


def test_progress_is_told_for_each_profession_and_the_typesetting(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write(builders.large(3, 4), tmp_path / "three.pdf", step=lambda position, total: heard.append((position, total)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("last", [1, 3])
def test_what_the_progress_raises_leaves_the_old_file(tmp_path: Path, last: int) -> None:
    target = tmp_path / "old.pdf"
    target.write_bytes(b"before")

    def stop(position: int, _total: int) -> None:
        if position == last:
            raise StopError

    with pytest.raises(StopError):
        write(builders.large(2, 4), target, step=stop)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_figure_that_is_not_drawn_is_left_out(tmp_path: Path) -> None:
    results = analyse(whole())
    write_report_pdf(report_content(results, MADE_AT), tmp_path / "bare.pdf", lambda _picture: None)
    assert "/Figure" not in [tag for tag, _words in tagged(tmp_path / "bare.pdf")]


def test_a_figure_may_be_a_png(tmp_path: Path) -> None:
    from impactapp.charts.paper import paper
    from impactapp.charts.subject import Subject

    results = analyse(builders.secretary())

    def draw(picture: Picture) -> bytes:
        return raster(paper(picture.chart, results, Subject(picture.profession_id), picture.width), picture.width)

    write_report_pdf(report_content(results, MADE_AT), tmp_path / "png.pdf", draw)
    assert [tag for tag, _words in tagged(tmp_path / "png.pdf")].count("/Figure") == 1


def test_an_image_says_its_proportions() -> None:
    results = analyse(builders.secretary())
    (picture,) = [one for s in report(builders.secretary()).sections for one in s.blocks if isinstance(one, Picture)]
    drawn = drawer(results)(picture)
    assert drawn is not None
    assert 0.3 < ratio_of(Image(drawn)) < 1.0
    assert is_drawable(Image(drawn))
    assert not is_drawable(Image(drawn[:200]))


def test_a_figure_stands_in_the_chapter_that_speaks_of_it(tmp_path: Path) -> None:
    words = words_of(write(whole(), tmp_path / "dossier.pdf"))
    chapters = ["Compétences avant et après les mesures — Secrétaire", "Désaccords et points mis de côté"]
    found = [words.replace("\u00a0", " ").rindex(one) for one in chapters]
    assert found == sorted(found)
