"""The findings on maturities that have aged, in words."""

from impactapp.domain.analysis.checks import STALE_MONTHS
from impactapp.i18n import ngettext


def stale_sentence(months: int) -> str:
    """That a maturity was rated long ago, and whose threshold that is."""
    return ngettext(
        "Maturity rated {count} month ago: review it (from {threshold} months on, a threshold of this application).",
        "Maturity rated {count} months ago: review it (from {threshold} months on, a threshold of this application).",
        months,
    ).format(count=months, threshold=STALE_MONTHS)


def several_stale(count: int) -> str:
    """The same of several activities of a profession; its count is still to be filled in."""
    words = ngettext(
        "{{count}} activity: maturity rated {threshold} months ago or more, to review (threshold of this application).",
        "{{count}} activities: maturity rated {threshold} months ago or more, to review (threshold of this "
        "application).",
        count,
    )
    return words.format(threshold=STALE_MONTHS)
