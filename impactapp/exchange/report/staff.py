"""Where the staff works in the dossier: sites and services, and the official count with its source."""

from collections.abc import Iterator

from impactapp import labels
from impactapp.domain.analysis.headcount import category_staff, profession_staff, unit_staff
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.staff import Census, Staffing, Unit
from impactapp.domain.study import Study
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Bullets, Grid, Section, Words
from impactapp.i18n import _
from impactapp.labels import staff as words


def staff_sections(results: Results) -> Iterator[Section]:
    """One section, unless nothing is said of units nor counted officially."""
    staffing = results.study.staffing
    if staffing.units or staffing.census is not None:
        yield Section("staff", _("Staff by site and service"), tuple(_blocks(results)))


def _blocks(results: Results) -> Iterator[Block]:
    study = results.study
    if study.staffing.units:
        yield _units(results)
    if study.staffing.lines:
        yield _lines(study)
        yield Bullets(_sums(study))
    census = study.staffing.census
    if census is not None:
        if category_staff(study):
            yield _categories(study, census)
        if census.lines:
            yield _groups(census)
        else:
            yield Words(words.census_source(census))


def _units(results: Results) -> Grid:
    head = [cells.words(_("Site or service")), cells.words(_("Kind")), cells.words(_("In the site"))]
    head += [cells.number(_("Headcount")), cells.number(_("FTE")), cells.number(_("Working time exposed"))]
    rows = []
    for found in unit_staff(results):
        site = results.study.staffing.unit(found.unit.site_id)
        persons = None if found.headcount is None else round(found.headcount)
        row = [cells.words(found.unit.title), cells.words(words.unit_kind_word(found.unit.kind))]
        row += [cells.words(site.title if site else ""), cells.number(labels.headcount(persons))]
        row += [cells.number(labels.fte(found.fte)), cells.number(labels.fte_range(found.fte_exposed, found.fte))]
        rows.append(tuple(row))
    note = words.units_sentence()
    return cells.grid(_("Sites and services"), tuple(head), rows, (28, 12, 20, 11, 11, 18), note)


def _lines(study: Study) -> Grid:
    head = [cells.words(_("Profession")), cells.words(_("Site or service"))]
    head += [cells.number(words.staff_title(name)) for name in STAFF_NUMBERS]
    titles = {profession.id: profession.title for profession in study.professions}
    rows = []
    for line in study.staffing.lines:
        row = [cells.short(titles[line.profession_id]), cells.words(_place(study.staffing, line.unit_id))]
        row += [cells.number(words.staff_number(name, getattr(line, name))) for name in STAFF_NUMBERS]
        rows.append(tuple(row))
    return cells.grid(_("By site and service"), tuple(head), rows, (20, 18, 9, 8, 16, 11, 9, 9))


def _sums(study: Study) -> tuple[str, ...]:
    """Whether the lines of a profession agree with what it states; each has a line that says a number."""
    said = _("{name}: {value}")
    found = [(one.profession.title, words.reconciliation(one)) for one in profession_staff(study)]
    return tuple(said.format(name=name, value=value) for name, told in found for value in told.splitlines())


def _place(staffing: Staffing, unit_id: str) -> str:
    """A service with its site: two sites may have a service of one name."""
    unit = staffing.unit(unit_id)
    site: Unit | None = staffing.unit(unit.site_id) if unit else None
    title = unit.title if unit else ""
    return f"{title} ({site.title})" if site else title


def _categories(study: Study, census: Census) -> Grid:
    head = [cells.words(_("Category")), cells.number(_("Official headcount"))]
    head += [cells.number(_("Headcount of the study")), cells.number(_("Official FTE"))]
    head += [cells.number(_("FTE of the study")), cells.words(_("Coverage"))]
    rows = []
    for found in category_staff(study):
        persons = [None if end is None else round(end) for end in (found.headcount.whole, found.headcount.parts)]
        row = [cells.words(labels.category_word(found.category))]
        row += [cells.number(labels.headcount(end)) for end in persons]
        row += [cells.number(labels.fte(end)) for end in (found.fte.whole, found.fte.parts)]
        row.append(cells.words(words.coverage(found)))
        rows.append(tuple(row))
    note = words.census_source(census)
    return cells.grid(_("Official count by category"), tuple(head), rows, (24, 12, 12, 11, 11, 30), note)


def _groups(census: Census) -> Grid:
    head = (
        *(cells.words(_("Group of the official count")), cells.words(_("Code")), cells.words(_("Category"))),
        *(cells.number(_("Persons")), cells.number(_("FTE"))),
    )
    rows = (
        (
            *(cells.words(line.title), cells.words(line.code), cells.words(labels.category_word(line.category))),
            *(cells.number(labels.headcount(line.headcount)), cells.number(labels.fte(line.fte))),
        )
        for line in census.lines
    )
    return cells.grid(
        _("Official count, group by group"), head, rows, (37, 13, 24, 14, 12), words.census_source(census)
    )
