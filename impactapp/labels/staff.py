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


def units_sentence() -> str:
    """What the figures of a site or service sum, and whose calculation they are."""
    return _(
        "A site sums its own lines and those of its services; the time exposed is FTE × rate over the professions "
        "whose rate and FTE are known there: a calculation of this application, gross."
    )


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
    """« 12 personnes, 2 de plus que l’effectif du métier », then a line of the FTE."""
    return "\n".join(filter(None, (_persons_against(staff.headcount), _fte_against(staff.fte))))


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
        return _("no headcount in the study")
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
    """A total of an official file that is not the sum of its groups; ``code`` is its column."""
    in_fte = code.startswith("ETP")
    figures = tuple(fte(one) if in_fte else headcount(round(one)) for one in (total, parts))
    if code.endswith("_PNM") and in_fte:
        words = _("The file totals {total} FTE of non-medical staff ({code}), its groups sum to {parts}.")
    elif code.endswith("_PNM"):
        words = _("The file totals {total} persons of non-medical staff ({code}), its groups sum to {parts}.")
    elif in_fte:
        words = _("The file totals {total} FTE of salaried doctors ({code}), its groups sum to {parts}.")
    else:
        words = _("The file totals {total} salaried doctors ({code}), its groups sum to {parts}.")
    return words.format(code=code, total=figures[0], parts=figures[1])


def totals_sentence(gaps: Sequence[str]) -> str:
    """Whether the totals of the file agree with its groups."""
    return " ".join(gaps) if gaps else _("The totals of the file are the sums of its groups.")


def _persons_against(found: Agreement) -> str:
    if found.parts is None:
        return ""
    parts, off = round(found.parts), found.difference
    counted = ngettext("{count} person", "{count} persons", parts).format(count=headcount(parts))
    if off is None:
        return _("{sum}; the headcount of the profession is not filled in").format(sum=counted)
    if off > 0:
        words = ngettext(
            "{sum}, {count} more than the headcount of the profession",
            "{sum}, {count} more than the headcount of the profession",
            round(off),
        )
    elif off < 0:
        words = ngettext(
            "{sum}, {count} fewer than the headcount of the profession",
            "{sum}, {count} fewer than the headcount of the profession",
            round(-off),
        )
    else:
        words = _("{sum}, as the profession")
    return words.format(sum=counted, count=headcount(round(abs(off))))


def _fte_against(found: Agreement) -> str:
    if found.parts is None:
        return ""
    counted, off = _("{number} FTE").format(number=fte(found.parts)), found.difference
    if off is None:
        return _("{sum}; the FTE of the profession are not filled in").format(sum=counted)
    if off > NOISE:
        words = _("{sum}, {number} more")
    elif off < -NOISE:
        words = _("{sum}, {number} fewer")
    else:
        words = _("{sum}, as the profession")
    return words.format(sum=counted, number=fte(abs(off)))
