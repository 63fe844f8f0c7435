"""What the dossier says, from results alone: every figure in it is one of theirs, in the words of ``labels``."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from impactapp import i18n, labels
from impactapp.domain.analysis.benchmarks import Card, benchmark_cards
from impactapp.domain.analysis.results import Results
from impactapp.domain.benchmark import NO_BENCHMARKS, Benchmark
from impactapp.domain.study import Origin, Study
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report.benchmark import benchmark_sections
from impactapp.exchange.report.blocks import (
    Align,
    Bars,
    Block,
    Bullets,
    Fact,
    Facts,
    Grid,
    GridCell,
    Picture,
    Report,
    Scale,
    Section,
    Series,
    Signature,
    Signatures,
    Style,
    Words,
)
from impactapp.exchange.report.closing import findings_section, signatures_section, sources_section
from impactapp.exchange.report.essentials import essentials_section, one_page
from impactapp.exchange.report.method import method_section
from impactapp.exchange.report.people import dissent_section, people_sections
from impactapp.exchange.report.professions import profession_sections
from impactapp.exchange.report.scenarios import scenario_sections
from impactapp.exchange.report.staff import staff_sections
from impactapp.i18n import _
from impactapp.labels import report as report_labels

__all__ = [
    "Align",
    "Bars",
    "Block",
    "Bullets",
    "Fact",
    "Facts",
    "Grid",
    "GridCell",
    "Picture",
    "Report",
    "Scale",
    "Section",
    "Series",
    "Signature",
    "Signatures",
    "Style",
    "Words",
    "report_content",
]

_ONE_PAGE_FACT = 140


def report_content(
    results: Results,
    made_at: datetime,
    *,
    is_summary: bool = False,
    benchmarks: Mapping[str, Benchmark] = NO_BENCHMARKS,
) -> Report:
    """The whole dossier, or what its one page says; ``made_at`` is when it is written (UTC).

    ``benchmarks`` are the outside measures by code, which the store holds.
    """
    study = results.study
    today = made_at.astimezone().date()
    cards = benchmark_cards(results, benchmarks)
    sections = one_page(results, cards, today) if is_summary else tuple(_sections(results, cards, today))
    return Report(
        study.title.strip() or report_labels.method_title(),
        report_labels.method_title(),
        i18n.language(),
        tuple(_facts(study, made_at, whole=not is_summary)),
        sections,
        " · ".join(part for part in (study.title, study.establishment) if part),
        is_summary,
    )


def _sections(results: Results, cards: tuple[Card, ...], today: date) -> Iterator[Section]:
    yield essentials_section(results)
    yield method_section(results)
    yield from people_sections(results.study)
    for found in results.professions:
        yield from profession_sections(found, results)
    yield from staff_sections(results)
    yield from scenario_sections(results)
    yield from benchmark_sections(results, cards)
    yield dissent_section(results.study)
    yield findings_section(results)
    yield sources_section(results)
    yield signatures_section(results.study, today)


def _facts(study: Study, made_at: datetime, *, whole: bool) -> Iterator[Fact]:
    told = [(_("Establishment"), study.establishment)]
    if whole:
        told += [(_("Working group"), study.authors), (_("Purpose"), study.purpose)]
    told += [(_("Date of the study"), labels.day(study.day) if study.day else "")]
    told += [(_("Dossier written on"), labels.moment(made_at))]
    if study.origin is Origin.DEMONSTRATION:
        # whoever opens the demonstration changes it: nothing here may pass for published
        said = _(
            "Copy of the published case: what was changed in it since is not published; not an establishment’s study."
        )
        told.append((_("Demonstration"), said))
    longest = None if whole else _ONE_PAGE_FACT
    return (Fact(label, shorten(value, longest) if longest else value) for label, value in told if value)
