"""Numbers, dates and times as French or English readers write them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import floor

from impactapp import i18n
from impactapp.domain.analysis.rates import Interval
from impactapp.i18n import _, ngettext

UNKNOWN = "–"
_NO_BREAK = "\u00a0"


def percent(rate: float | None) -> str:
    """A rate 0..1 as a percentage without decimals; a dash when unknown."""
    return UNKNOWN if rate is None else _with_sign(_decimal(rate * 100, 0))


def percent_down(rate: float | None) -> str:
    """A rate 0..1 as a whole percentage that never says more than it is: 49.9% stays under 50%."""
    return percent(rate if rate is None else floor(rate * 100 + 1e-9) / 100)


def percent_range(interval: Interval) -> str:
    """« 40 % à 60 % », or one figure when both ends read the same."""
    return _range(percent(interval.low), percent(interval.high))


def share(part: float | None) -> str:
    """A part of working time 0..1, as a percentage with up to two decimals; a dash when not stated."""
    return UNKNOWN if part is None else _with_sign(_decimal(part * 100, 2))


def share_input(part: float | None) -> str:
    """A part of working time as it is typed, without loss; empty when not stated.

    Its sign stands where it is needed: « 0,5 » alone could be one half, and is refused when typed.
    """
    if part is None:
        return ""
    number = _decimal(part * 100, 9, grouped=False)
    return _with_sign(number) if 0 < part < 0.01 else number


def fte(number: float | None) -> str:
    """Full-time equivalents, with up to two decimals; a dash when unknown."""
    return UNKNOWN if number is None else _decimal(number, 2)


def fte_input(number: float | None) -> str:
    """Full-time equivalents as they are typed, without loss; empty when unknown."""
    if number is None:
        return ""
    text = _decimal(number, 9, grouped=False)
    # three decimals could be thousands to the reader, and are refused when typed
    return f"{text}0" if text.replace(".", ",")[-4:-3] == "," else text


def fte_figures(interval: Interval, total: float | None = None) -> str:
    """The two ends of a range of full-time equivalents, without their unit; as fine as the total they are part of."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    # both ends alike, so that what is taken from them still adds up on the page
    decimals = max([_decimals_of(total), *(1 for end in ends if abs(_rounded(end, 1)) < 10)])
    return _range(*(UNKNOWN if end is None else _decimal(end, decimals) for end in (interval.low, interval.high)))


def fte_range(interval: Interval, total: float | None = None) -> str:
    """« 12 à 18 ETP », with one decimal under 10 and as many as the total has."""
    figures = fte_figures(interval, total)
    return figures if figures == UNKNOWN else _("{number} FTE").format(number=figures)


def hours(number: float | None) -> str:
    """« 4,5 h », with up to two decimals; a dash when unknown."""
    return UNKNOWN if number is None else f"{_decimal(number, 2)}{_NO_BREAK}h"


def headcount(persons: int | None) -> str:
    """A number of persons, with its thousands apart; a dash when unknown."""
    return UNKNOWN if persons is None else _decimal(persons, 0)


def ratio(number: float | None) -> str:
    """An index such as a consensus, with two decimals; a dash when unknown.

    It is never rounded up to a tenth: 0.698 reads 0.69, so that no figure looks like a threshold it does not reach.
    """
    if number is None:
        return UNKNOWN
    rounded = _rounded(number, 2)
    above = float(rounded) - number > 1e-9
    text = f"{rounded - Decimal('0.01') if above and rounded * 10 % 1 == 0 else rounded}".replace("-", "−")
    return text.replace(".", ",") if i18n.language() == "fr" else text


def points(rate: float | None) -> str:
    """A difference of rates 0..1 in percentage points, with up to one decimal."""
    if rate is None:
        return UNKNOWN
    number = _rounded(rate * 100, 1)
    # French says « 1,5 point », English "1.5 points"
    count = int(number) if i18n.language() == "fr" else 1 if number == 1 else 2
    return ngettext("{number} point", "{number} points", count).format(number=_decimal(rate * 100, 1))


def clock(moment_utc: datetime) -> str:
    """The time of day on this computer: « 14:03 »."""
    return f"{moment_utc.astimezone():%H:%M}"


def day(when: date | None) -> str:
    """« 22 novembre 2026 »; a dash when undated."""
    if when is None:
        return UNKNOWN
    first = when.day == 1 and i18n.language() == "fr"
    return f"{when.day}{'er' if first else ''}{_NO_BREAK}{_months()[when.month - 1]}{_NO_BREAK}{when.year}"


def moment(moment_utc: datetime) -> str:
    """Day and time on this computer: « 22 novembre 2026, 14:03 »."""
    return f"{day(moment_utc.astimezone().date())}, {clock(moment_utc)}"


def _months() -> tuple[str, ...]:
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )


def _range(low: str, high: str) -> str:
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def _with_sign(number: str) -> str:
    return f"{number}{_NO_BREAK}%" if i18n.language() == "fr" else f"{number}%"


def _decimals_of(total: float | None) -> int:
    if total is None:
        return 0
    exponent = _rounded(total, 2).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(number: float, decimals: int) -> Decimal:
    """Rounded half up, as people do by hand, whatever the last binary digits are."""
    return Decimal(repr(round(number, 9))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _decimal(number: float, decimals: int, *, grouped: bool = True) -> str:
    text = f"{_rounded(number, decimals):{',' if grouped else ''}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if i18n.language() == "fr":
        text = text.replace(",", "\u202f").replace(".", ",")
    return text
