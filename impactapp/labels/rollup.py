"""Sentences about several studies taken together."""

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.rollup import Line, Place, RollUp, Site
from impactapp.domain.analysis.rollup_sums import Extreme, Range, Sums
from impactapp.domain.analysis.rollup_units import UnitSums
from impactapp.domain.staff import UnitKind
from impactapp.i18n import _, ngettext

# in FTE, what is no difference
NOISE = 1e-9


def rollup_title(rolled: RollUp) -> str:
    """What the whole is."""
    count = len(rolled.sites)
    return ngettext("Roll-up of {count} study", "Roll-up of {count} studies", count).format(count=count)


def rollup_figures(rolled: RollUp) -> str:
    """Its sums: studies, professions, persons, FTE and the working time exposed."""
    sums, count = rolled.sums, len(rolled.lines)
    persons = sums.headcount.value
    said = [
        ngettext("{count} study", "{count} studies", len(rolled.sites)).format(count=len(rolled.sites)),
        ngettext("{count} profession", "{count} professions", count).format(count=count),
    ]
    if persons is not None:
        said.append(_("headcount {number}").format(number=labels.headcount(round(persons))))
    if sums.fte.value is not None:
        said.append(_("{number} FTE").format(number=labels.fte(sums.fte.value)))
    return " · ".join(said)


def exposed_sentence(rolled: RollUp) -> str:
    """The working time exposed over all studies, and what is missing of it."""
    sums = rolled.sums
    missing = sums_missing(sums)
    if sums.low.value is None:
        return missing
    exposed = labels.fte_range(Interval(sums.low.value, sums.high.value), sums.fte.value)
    said = _("Working time exposed, gross: {fte}.").format(fte=exposed)
    return f"{said} {missing}".strip()


def rollup_sentences(rolled: RollUp) -> tuple[str, ...]:
    """What was summed, how professions were aligned, and what must not be read into it."""
    said = [
        _("Each study keeps its own decisions: nothing here is rated again. FTE exposed are summed; rates are not "
          "averaged, they are shown from the lowest to the highest with the establishment."),
        _("A profession is the same in two studies by its catalogue code, or by its title where neither has a code; "
          "others are taken for the same only where somebody confirmed it."),
        _("Working time exposed to AI, gross: it says nothing of what will be done with that time."),
        _("What a study does not state is counted as missing, never as zero."),
    ]  # fmt: skip
    return tuple(said) if rolled.has_one_rule else (rules_warning(), *said)


def rules_warning() -> str:
    """Why the rates of studies that do not count alike cannot be compared."""
    return _(
        "The studies do not all use the same rule or weighting: their rates cannot be compared, and the sums of "
        "exposed time mix several rules."
    )


def between(found: Range, apart: str = " – ") -> str:
    """From the lowest rate to the highest, with their establishments; ``apart`` stands between the two."""
    if found.least is None or found.most is None:
        return labels.UNKNOWN
    if found.least.rate == found.most.rate:
        return labels.percent(found.least.rate)
    return f"{_told(found.least)}{apart}{_told(found.most)}"


def units_sentence() -> str:
    """How to read sites and services."""
    return _(
        "The bold rows are all the professions of a service, or of a site with its services: add up the others only."
    )


def all_professions() -> str:
    """What stands for the sum over the professions of a unit."""
    return _("All professions")


def unit_places(unit: UnitSums) -> tuple[str, str]:
    """The site and the service, either empty where there is none."""
    return (unit.title, "") if unit.kind is UnitKind.SITE else (unit.site, unit.title)


def line_title(line: Line) -> str:
    """A profession with the titles that were confirmed to be the same."""
    if not line.also:
        return line.title
    return _("{title} (also: {others})").format(title=line.title, others=", ".join(dict.fromkeys(line.also)))


def line_missing(line: Line) -> str:
    """What is missing of a profession, or nothing."""
    return " ".join(part for part in (_undecided(line.undecided), sums_missing(line.sums)) if part)


def sums_missing(sums: Sums) -> str:
    """Which numbers are missing of what was summed, or nothing."""
    parts = []
    if sums.headcount.unknown:
        parts.append(_("Headcount not stated: {count}.").format(count=sums.headcount.unknown))
    if sums.fte.unknown:
        parts.append(_("FTE not stated: {count}.").format(count=sums.fte.unknown))
    if sums.low.unknown:
        parts.append(_("Exposed time unknown: {count}.").format(count=sums.low.unknown))
    return " ".join(parts)


def site_missing(site: Site) -> str:
    """What is missing of an establishment, and how much of its staff its sites and services account for."""
    return " ".join(part for part in (sums_missing(site.sums), _stated(site)) if part)


def place_missing(place: Place | None) -> str:
    """What is missing of a profession in one establishment; ``None`` where its study does not have it."""
    if place is None:
        return _("Not in this study.")
    is_decided = place.rate.low is not None and place.rate.high is not None
    parts = (
        "" if place.headcount is not None else _("Headcount not stated."),
        "" if place.fte is not None else _("FTE not stated."),
        "" if is_decided else _("Not all decided."),
    )
    return " ".join(part for part in parts if part)


def places_sentence() -> str:
    """How to read the differences between establishments."""
    return _(
        "One profession, establishment by establishment, with its sites and services. The rate is that of the "
        "establishment: its services share it."
    )


def no_units_sentence() -> str:
    """Why there is neither a site nor a service, and where they are stated."""
    return _(
        "No study that was read says where its staff works: sites and services are added in each study, on the page of "
        "the professions."
    )


def _stated(site: Site) -> str:
    """« Répartis dans les sites et services : 450,2 ETP sur 588,08. », where that is not all."""
    if site.stated is None:
        return ""
    stated, whole = site.stated.fte.value or 0.0, site.sums.fte.value
    if whole is not None and abs(stated - whole) < NOISE:
        return ""
    words = _("Stated by site or service: {fte} FTE of {whole}.")
    return words.format(fte=labels.fte(stated), whole=labels.fte(whole))


def _undecided(count: int) -> str:
    words = ngettext("Not decided in {count} study.", "Not decided in {count} studies.", count)
    return words.format(count=count) if count else ""


def _told(extreme: Extreme) -> str:
    return _("{rate} ({place})").format(rate=labels.percent(extreme.rate), place=extreme.place)
