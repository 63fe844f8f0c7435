"""The figures that a dossier or a record asks for, drawn without a window, on a white ground."""

from collections.abc import Iterable, Iterator
from functools import partial

from impactapp import palette
from impactapp.charts import catalogue
from impactapp.charts.paper import paper
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.results import Results
from impactapp.exchange.dossier import Draw
from impactapp.exchange.record.names import numbered, plain_name
from impactapp.exchange.record.writing import RecordFigure
from impactapp.exchange.report.blocks import Picture
from impactapp.i18n import _

_PORTFOLIO = "portfolio"
_OF_A_PROFESSION = (*catalogue.CHARTS, *catalogue.SKILL_CHARTS)
_LOOK = catalogue.Look(palette.LIGHT, 1.0)


def drawer(results: Results) -> Draw:
    """Draws the figures of a report, ``None`` for one that has nothing to show."""

    def draw(picture: Picture) -> bytes | None:
        subject = Subject(picture.profession_id, picture.skill_id, picture.hypothesis, picture.said)
        if not catalogue.is_available(picture.chart, results, subject):
            return None
        return paper(picture.chart, results, subject, picture.width)

    return draw


def record_figures(results: Results) -> Iterator[RecordFigure]:
    """Every figure that has something to show: a folder for each profession and scenario, then that of the whole."""
    for number, found in enumerate(results.professions, 1):
        folder = numbered(number, found.profession.title)
        subject = Subject(found.profession.id)
        yield from _inside(folder, [name for name in _OF_A_PROFESSION if name != _PORTFOLIO], results, subject)
    for number, scenario in enumerate(results.study.scenarios, 1):
        folder = numbered(number, _("Scenario: {title}").format(title=scenario.title))
        yield from _inside(folder, catalogue.SCENARIO_CHARTS, results, Subject(scenario_id=scenario.id))
    if catalogue.is_available(_PORTFOLIO, results, Subject()):
        yield _figure(plain_name(catalogue.title(_PORTFOLIO)), _PORTFOLIO, results, Subject())


def _inside(folder: str, names: Iterable[str], results: Results, subject: Subject) -> Iterator[RecordFigure]:
    for name in names:
        if catalogue.is_available(name, results, subject):
            yield _figure(f"{folder}/{plain_name(catalogue.title(name))}", name, results, subject)


def _figure(place: str, name: str, results: Results, subject: Subject) -> RecordFigure:
    return RecordFigure(place, partial(catalogue.save, name, results, subject, _LOOK))
