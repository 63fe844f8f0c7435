"""Units, their staff and the official count in words: columns, sums that are compared, and the source of a count."""

from collections.abc import Sequence

from impactapp.domain.analysis.headcount import Agreement, CategoryStaff, ProfessionStaff
from impactapp.domain.analysis.staff_checks import NOISE
from impactapp.domain.staff import Census, UnitKind
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import UNKNOWN, fte, headcount

PERSONS = ("headcount", "experienced", "trainees")


def unit_kind_word(kind: UnitKind) -> str:
    """« Site » or « Service »."""
    return {UnitKind.SITE: _("Site"), UnitKind.SERVICE: _("Service")}[kind]


def staff_title(name: str) -> str:
    """The heading of a number of a line, by its name in the domain."""
    return {
        "headcount": _("Headcount"),
        "fte": _("FTE"),
        "experienced": _("Experienced"),
        "trainees": _("In training"),
        "departures": _("Departures a year"),
        "vacancies": _("Vacancies (FTE)"),
    }[name]


def staff_tip(name: str) -> str:
    """What a number of a line counts."""
    return {
        "headcount": _("Persons of the profession who work in this site or service."),
        "fte": _("Their full-time equivalents (12,5 is accepted)."),
        "experienced": _("Of these persons, those who are experienced in the post."),
        "trainees": _("Of these persons, those in training: students, newcomers being taught."),
        "departures": _("Persons who leave in a year, for any reason; 1,5 a year is accepted."),
        "vacancies": _("Posts that are open and not filled, in full-time equivalents."),
    }[name]


def staff_number(name: str, number: float | None) -> str:
    """A number of a line, a dash when it is not known."""
    if number is None:
        return UNKNOWN
    return headcount(round(number)) if name in PERSONS else fte(number)


def reconciliation(staff: ProfessionStaff) -> str:
    """« 12 par site et service : 2 de plus que l’effectif du métier », then the same of the FTE."""
    return " · ".join(filter(None, (_persons_against(staff.headcount), _fte_against(staff.fte))))


def census_source(census: Census) -> str:
    """What is printed beside every figure of a count: the source, the year, and the establishment."""
    place = f"{census.place} ({census.code})" if census.code else census.place
    return _("Source: {source}, {year}, {place}").format(source=census.source, year=census.year, place=place)


def coverage(found: CategoryStaff) -> str:
    """« L’étude couvre 295 des 295 personnes », or by how much it is above the official count."""
    whole, parts = found.headcount.whole, found.headcount.parts
    if whole is None:
        return _("not in the official count") if parts is not None else ""
    if parts is None:
        return _("no profession of the study has a headcount here")
    if parts > whole:
        more = round(parts - whole)
        return ngettext(
            "{count} more person than in the official count",
            "{count} more persons than in the official count",
            more,
        ).format(count=headcount(more))
    return ngettext(
        "the study covers {part} of {whole} person", "the study covers {part} of {whole} persons", round(whole)
    ).format(part=headcount(round(parts)), whole=headcount(round(whole)))


def difference(agreement: Agreement, *, in_fte: bool) -> str:
    """The parts less the whole with its sign, a dash when one of them is not known."""
    found = agreement.difference
    if found is None:
        return UNKNOWN
    if abs(found) <= NOISE:
        return "0"
    words = fte(abs(found)) if in_fte else headcount(round(abs(found)))
    return f"{'+' if found > 0 else '−'}{words}"


def gap_sentence(code: str, total: float, parts: float) -> str:
    """A total of an official file that is not the sum of its groups."""
    return _("The total {code} of the file is {total}, its groups sum to {parts}.").format(
        code=code, total=fte(total), parts=fte(parts)
    )


def totals_sentence(gaps: Sequence[str]) -> str:
    """Whether the totals of the file agree with its groups."""
    return " ".join(gaps) if gaps else _("The totals of the file are the sums of its groups.")


def _persons_against(found: Agreement) -> str:
    if found.parts is None:
        return ""
    parts, off = round(found.parts), found.difference
    counted = ngettext("{count} person by site and service", "{count} persons by site and service", parts).format(
        count=headcount(parts)
    )
    if off is None:
        return _("{sum}: the headcount of the profession is not filled in").format(sum=counted)
    if off > 0:
        against = ngettext(
            "{count} more than the headcount of the profession",
            "{count} more than the headcount of the profession",
            round(off),
        )
    elif off < 0:
        against = ngettext(
            "{count} fewer than the headcount of the profession",
            "{count} fewer than the headcount of the profession",
            round(-off),
        )
    else:
        against = _("as the headcount of the profession")
    return _("{sum}: {against}").format(sum=counted, against=against.format(count=headcount(round(abs(off)))))


def _fte_against(found: Agreement) -> str:
    if found.parts is None:
        return ""
    counted = _("{number} FTE").format(number=fte(found.parts))
    off = found.difference
    if off is None:
        return _("{sum}: the FTE of the profession are not filled in").format(sum=counted)
    if off > NOISE:
        against = _("{number} more than the FTE of the profession")
    elif off < -NOISE:
        against = _("{number} fewer than the FTE of the profession")
    else:
        against = _("as the FTE of the profession")
    return _("{sum}: {against}").format(sum=counted, against=against.format(number=fte(abs(off))))
