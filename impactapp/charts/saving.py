"""A figure on its own, outside the page that explains it: with what it shows, of whom, by which rule, from where."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp.charts.sheet import BODY, SMALL, Look, Sheet
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import headline, rule_sentence
from impactapp.labels.skills import exposure_rule_sentence, skills_headline

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, MARGIN = 1100.0, 32.0
HEAD, FOOT = 112.0, 44.0
SCREEN_DPI, PRINT_DPI = 96, 300
MOST_PIXELS = 10_000
_TITLE_SIZE = 20.0


def framed(
    title: str, results: Results, subject: Subject, look: Look, body_height: float, *, of_skills: bool = False
) -> "tuple[Figure, Sheet]":
    """A figure with its heading and foot drawn, and the sheet between them; one of skills is headed by theirs."""
    from matplotlib.figure import Figure

    width, height = WIDTH + 2 * MARGIN, HEAD + body_height + FOOT
    figure = Figure((width / SCREEN_DPI, height / SCREEN_DPI), dpi=SCREEN_DPI)
    _head(
        Sheet(figure, look, width, HEAD, (0.0, 1 - HEAD / height, 1.0, HEAD / height)),
        title,
        results,
        subject,
        of_skills,
    )
    _foot(Sheet(figure, look, width, FOOT, (0.0, 0.0, 1.0, FOOT / height)))
    frame = (MARGIN / width, FOOT / height, WIDTH / width, body_height / height)
    return figure, Sheet(figure, look, WIDTH, body_height, frame)


def write(figure: "Figure", title: str, words: str, target: Path) -> int:
    """Write it; the words go along where the form has a place for them. Nothing in it depends on the day.

    Gives the dots per inch: 300, or less where a PNG would be higher than ``MOST_PIXELS``, which image viewers and word
    processors open slowly or not at all. PDF and SVG have no such limit.
    """
    from matplotlib import rc_context

    form = target.suffix.lower().removeprefix(".")
    metadata: dict[str, dict[str, Any]] = {
        "png": {"Title": title, "Description": words, "Software": "impactapp"},
        "svg": {"Title": title, "Description": words, "Date": None, "Creator": "impactapp"},
        "pdf": {"Title": title, "Subject": words, "Creator": "impactapp", "CreationDate": None},
    }
    with rc_context({"svg.hashsalt": "impactapp", "svg.fonttype": "path", "pdf.fonttype": 42}):
        # drawn in memory first: on a full disk the libraries below would hide the reason
        drawn = BytesIO()
        dpi = min(PRINT_DPI, int(MOST_PIXELS / figure.get_figheight())) if form == "png" else PRINT_DPI
        figure.savefig(drawn, format=form, dpi=dpi, metadata=metadata[form])
    target.write_bytes(drawn.getbuffer())
    return dpi


def _head(sheet: Sheet, title: str, results: Results, subject: Subject, of_skills: bool) -> None:
    study, result = results.study, results.profession(subject.profession_id)
    whom = result.profession.title if result else study.title
    room = sheet.width - 2 * MARGIN
    sheet.write(MARGIN, 34, f"{whom} — {title}", size=_TITLE_SIZE, bold=True, room=room)
    said = (skills_headline if of_skills else headline)(result) if result else ""
    whose = " · ".join(part for part in (said, study.establishment, study.title) if part and part != whom)
    sheet.write(MARGIN, 62, whose, size=BODY, color=sheet.palette.muted, room=room)
    rule = exposure_rule_sentence(study) if of_skills else rule_sentence(_ruled(study, subject))
    sheet.write_wrapped(MARGIN, 88, rule, room, size=SMALL, color=sheet.palette.muted)


def _ruled(study: Study, subject: Subject) -> Study:
    """The study under the rule of the scenario that is drawn, where it has one of its own."""
    scenario = study.scenario(subject.scenario_id)
    return study if scenario is None or scenario.rule is None else replace(study, rule=scenario.rule)


def _foot(sheet: Sheet) -> None:
    words = _("impactapp, after the method of the Institut Montaigne (2019); independent project, without link to it.")
    sheet.write(MARGIN, FOOT / 2, words, size=SMALL, color=sheet.palette.muted, room=sheet.width - 2 * MARGIN)
