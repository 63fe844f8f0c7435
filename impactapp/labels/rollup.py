"""Sentences about several studies taken together."""

from impactapp.domain.analysis.rollup import Line, RollUp, Sums
from impactapp.i18n import _, ngettext


def rollup_title(rolled: RollUp) -> str:
    """What the whole is."""
    count = len(rolled.sites)
    return ngettext("Roll-up of {count} study", "Roll-up of {count} studies", count).format(count=count)


def rollup_sentences(rolled: RollUp) -> tuple[str, ...]:
    """What was summed, how professions were aligned, and what must not be read into it."""
    said = [
        _("Each study keeps its own decisions: nothing here is rated again. FTE exposed are summed; rates are not "
          "averaged, they are shown from the lowest to the highest with the establishment."),
        _("A profession is the same in two studies by its catalogue code, else by its title."),
        _("Working time exposed to AI, gross: it says nothing of what will be done with that time."),
        _("What a study does not state is counted as missing, never as zero."),
    ]  # fmt: skip
    if not rolled.has_one_rule:
        said.insert(
            0,
            _("The studies do not all use the same rule or weighting: their rates cannot be compared, and the sums of "
              "exposed time mix several rules."),
        )  # fmt: skip
    return tuple(said)


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


def _undecided(count: int) -> str:
    words = ngettext("Not decided in {count} study.", "Not decided in {count} studies.", count)
    return words.format(count=count) if count else ""
