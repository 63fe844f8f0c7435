"""Staff by site and service, and the official count, as rows of flat tables, a table a file."""

from collections.abc import Iterator

from impactapp import labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.staff import Census
from impactapp.exchange.cell_text import csv_text
from impactapp.exchange.csv_cells import decimal, whole
from impactapp.i18n import _
from impactapp.labels import staff as words

Rows = Iterator[list[str]]


def staff_tables(results: Results) -> dict[str, Rows]:
    """The tables that have a row, by the word their file is named with."""
    staffing = results.study.staffing
    made = {}
    if staffing.lines:
        made[_("staff")] = _lines(results)
    if staffing.census is not None:
        made[_("official-count")] = _census(staffing.census)
    return made


def _lines(results: Results) -> Rows:
    study = results.study
    yield [_("Profession"), _("Site or service"), _("Kind"), _("In the site"), *map(words.staff_title, STAFF_NUMBERS)]
    professions = {profession.id: profession.title for profession in study.professions}
    units = {unit.id: unit for unit in study.staffing.units}
    for line in study.staffing.lines:
        unit = units[line.unit_id]
        site = units.get(unit.site_id)
        yield [
            csv_text(professions[line.profession_id]),
            csv_text(unit.title),
            words.unit_kind_word(unit.kind),
            csv_text(site.title) if site else "",
            *(
                whole(getattr(line, name)) if name in words.PERSONS else decimal(getattr(line, name))
                for name in STAFF_NUMBERS
            ),
        ]


def _census(census: Census) -> Rows:
    yield [
        *(_("Group of the official count"), _("Category"), _("Persons"), _("FTE")),
        *(_("Establishment"), _("Year"), _("Source")),
    ]
    for line in census.lines:
        yield [
            csv_text(line.title),
            labels.category_word(line.category),
            whole(line.headcount),
            decimal(line.fte),
            csv_text(census.place),
            str(census.year),
            csv_text(census.source),
        ]
