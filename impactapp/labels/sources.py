"""Words for what official sources count, and for what does not agree in it."""

from collections.abc import Iterable

from impactapp.domain.analysis.headcount import MOST_FTE_A_PERSON, is_above_headcount
from impactapp.domain.staff import Census, CensusLine
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import fte, headcount
from impactapp.labels.staff import gap_sentence, totals_sentence

MOST_NAMED = 3
# in the files of the DREES it is above its groups in many establishments; the other totals never are
_ABOVE_ITS_GROUPS = "ETPSAL_TOT"


def sae_source() -> str:
    """The source to print beside its figures."""
    return _("DREES, annual statistics of establishments (SAE)")


def sae_group(code: str) -> str:
    """A group of the SAE's staff."""
    words = {
        "INFSANSSPE": _("Nurses without a specialty"),
        "INFAVECSPE": _("Nurses with a specialty"),
        "AID": _("Care assistants"),
        "ASH": _("Hospital service staff (ASH) and others"),
        "SAG": _("Midwives"),
        "CAD": _("Managers of care staff"),
        "PSYCHO": _("Psychologists"),
        "REEDU": _("Rehabilitation staff"),
        "DIR": _("Directors"),
        "DIRSOI": _("Directors of care"),
        "AUTADM": _("Other administrative staff"),
        "EDU": _("Educational and social staff"),
        "PERSPHARMA": _("Pharmacy staff"),
        "PERSLABO": _("Laboratory staff"),
        "PERSRADIO": _("Radiology staff"),
        "AUTMEDTEC": _("Other medico-technical staff"),
        "TEC": _("Technical staff"),
        "SPEMED": _("Doctors, medical specialties (salaried)"),
        "SPECHI": _("Doctors, surgical specialties (salaried)"),
        "PSY": _("Psychiatrists (salaried)"),
        "ODON": _("Dentists (salaried)"),
        "PHARMA": _("Pharmacists (salaried)"),
        "AUT": _("Other doctors (salaried)"),
        "INT": _("Interns"),
    }
    return words.get(code, code)


def census_remarks(census: Census, gaps: Iterable[tuple[str, float, float]]) -> str:
    """What does not agree in a count, told as it is; ``gaps`` are columns, totals and the sums of their groups."""
    said = totals_sentence([f"{gap_sentence(*gap)} {_why(*gap)}" for gap in gaps])
    crowded = [line for line in census.lines if is_above_headcount(line.headcount, line.fte)]
    return f"{said} {_crowded(crowded)}" if crowded else said


def rome_line(titles: int, sheets: int, stated: int) -> str:
    """How much of the ROME was read; ``stated`` sheets say what people do."""
    words = _("ROME read: {titles} titles, {sheets} sheets, statements for {stated} of them.")
    return words.format(titles=headcount(titles), sheets=headcount(sheets), stated=headcount(stated))


def ilo_line(tasks: int, groups: int) -> str:
    """How much of the workbook of the ILO was read."""
    words = _("ILO file read: {tasks} tasks of {groups} occupations.")
    return words.format(tasks=headcount(tasks), groups=headcount(groups))


def no_place(*, has_names: bool) -> str:
    """What to do where no establishment answers; without the file of names, none ever does."""
    if has_names:
        return _("No establishment answers to this: try another word.")
    return _("These files name no establishment: add the file ID of the same year, or search by FINESS number.")


def left_out(count: int) -> str:
    """How many more lines of a file were left out than are listed."""
    words = ngettext("and {count} other line left out", "and {count} other lines left out", count)
    return words.format(count=headcount(count))


def _why(code: str, total: float, parts: float) -> str:
    if code == _ABOVE_ITS_GROUPS and total > parts:
        return _(
            "This difference is in the published file, as for other establishments: the groups are taken over as they "
            "are, nothing is to be corrected."
        )
    return _("Check that the file is as it was published.")


def _crowded(lines: list[CensusLine]) -> str:
    named = [_group(line) for line in lines[:MOST_NAMED]]
    names = ", ".join((*named, "…") if len(lines) > MOST_NAMED else named)
    return _(
        "More than {most} FTE a person: {names}. Persons are counted at the end of the year and FTE over the year, "
        "this may be so: check the figures that surprise you."
    ).format(most=fte(MOST_FTE_A_PERSON), names=names)


def _group(line: CensusLine) -> str:
    persons = line.headcount or 0
    words = ngettext("{title} ({number} FTE for {count} person)", "{title} ({number} FTE for {count} persons)", persons)
    return words.format(title=line.title, number=fte(line.fte), count=headcount(persons))
