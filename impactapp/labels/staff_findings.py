"""The findings on the staff by site and service, and on the official count, in words."""

from impactapp.domain.analysis.checks import Finding, FindingCode
from impactapp.domain.analysis.headcount import MOST_FTE_A_PERSON
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import fte, headcount
from impactapp.labels.words import category_word

UNITS_FINDINGS = frozenset(
    {
        FindingCode.STAFF_FTE_ABOVE_HEADCOUNT,
        FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT,
        FindingCode.UNITS_ABOVE_HEADCOUNT,
        FindingCode.UNITS_ABOVE_FTE,
        FindingCode.STUDY_ABOVE_CENSUS,
    }
)


def staff_finding_message(finding: Finding, study: Study) -> str:
    """One plain sentence: what does not agree, and what to do."""
    if finding.code is FindingCode.STAFF_FTE_ABOVE_HEADCOUNT:
        line = study.staffing.line(finding.profession_id, finding.unit_id)
        return above_headcount(finding.number, line.headcount)
    if finding.code is FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT:
        return _parts_above(finding, study)
    number = finding.number or 0
    if finding.code is FindingCode.UNITS_ABOVE_FTE:
        return _(
            "The sites and services have {number} FTE more than the profession: correct a line, or take the sum over."
        ).format(number=fte(number))
    count = round(number)
    if finding.code is FindingCode.UNITS_ABOVE_HEADCOUNT:
        words = ngettext(
            "The sites and services have {count} person more than the profession: correct a line, or take the sum "
            "over.",
            "The sites and services have {count} persons more than the profession: correct a line, or take the sum "
            "over.",
            count,
        )
    else:
        words = ngettext(
            "The professions have {count} person more than the official count of their category: check the year and "
            "the category.",
            "The professions have {count} persons more than the official count of their category: check the year and "
            "the category.",
            count,
        )
    return words.format(count=headcount(count))


def several_staff_findings(count: int) -> dict[FindingCode, str]:
    """The same for several places of one profession, or several categories."""
    lines = ngettext(
        "{count} site or service: more FTE than its persons can work.",
        "{count} sites or services: more FTE than their persons can work.",
        count,
    )
    categories = ngettext(
        "{count} category: more persons than in the official count.",
        "{count} categories: more persons than in the official count.",
        count,
    )
    parts = ngettext(
        "{count} site or service: more experienced persons and trainees than persons.",
        "{count} sites or services: more experienced persons and trainees than persons.",
        count,
    )
    return {
        FindingCode.STAFF_FTE_ABOVE_HEADCOUNT: lines.format(count=count),
        FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT: parts.format(count=count),
        FindingCode.STUDY_ABOVE_CENSUS: categories.format(count=count),
    }


def staff_place(finding: Finding, study: Study) -> str:
    """The unit or the category a finding is about; empty where it is about neither."""
    unit = study.staffing.unit(finding.unit_id)
    if unit is not None:
        return unit.title
    return "" if finding.category is None else category_word(finding.category)


def above_headcount(number: float | None, persons: int | None) -> str:
    """FTE that these persons cannot work."""
    words = ngettext(
        "{fte} FTE for {count} person: more than {most} each, correct one of them.",
        "{fte} FTE for {count} persons: more than {most} each, correct one of them.",
        persons or 0,
    )
    return words.format(fte=fte(number), count=headcount(persons or 0), most=fte(MOST_FTE_A_PERSON))


def _parts_above(finding: Finding, study: Study) -> str:
    persons = study.staffing.line(finding.profession_id, finding.unit_id).headcount or 0
    words = ngettext(
        "{parts} experienced or in training, of {count} person: correct one of these numbers.",
        "{parts} experienced or in training, of {count} persons: correct one of these numbers.",
        persons,
    )
    return words.format(parts=headcount(round(finding.number or 0)), count=headcount(persons))
