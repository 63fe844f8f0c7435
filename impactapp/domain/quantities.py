"""Numbers as French and English users type them: a share of time, a headcount, full-time equivalents."""

import re
from decimal import Decimal

from impactapp.domain.problems import EditError, Problem

LARGEST_HEADCOUNT = 1_000_000
_NUMBER = re.compile(r"[-+\u2212]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d{1,12})([.,]\d{1,9})?", re.ASCII)
_SPACES = re.compile(r"\s")
_THOUSANDS_OR_DECIMALS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
# thousandths of a percent are plain decimals (33.333), but no one writes their last zero (1.000)
_ROUND_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{2}0", re.ASCII)


def parse_share(text: str) -> float | None:
    """A part of working time typed as a percentage: ``50``, ``50 %``, ``12,5`` give 0.5, 0.5, 0.125; empty ``None``.

    ``0,5`` is half a percent to one reader and one half to another: without its sign it is refused.
    """
    share = percentage(text)
    if share is not None and 0 < share < 0.01 and "%" not in text:
        number = _number(text, text)
        raise EditError(
            Problem.SHARE_AMBIGUOUS,
            text=text.strip(),
            percent=_as_typed(number, text),
            part=_as_typed(number * 100, text),
        )
    return share


def parse_rate(text: str) -> float:
    """What a level counts for, 0..1: ``0,5``, ``50`` and ``50 %`` are one half, ``1`` is the whole; empty is 0.

    A rate is written as a part of one as often as in percent, so a number up to 1 without its sign is a part of one.
    """
    share = percentage(text) or 0.0
    return round(share * 100, 9) if "%" not in text and share <= 0.01 else share


def percentage(text: str) -> float | None:
    """What was typed, in percent whether or not it says so, as 0..1; empty ``None``."""
    typed = text.strip().removesuffix("%")
    if not typed.strip() and "%" not in text:
        return None
    number = _number(typed, text)
    if _ROUND_THOUSANDS.fullmatch(typed.strip()):
        raise EditError(Problem.NOT_A_NUMBER, text=text.strip())
    return share_of_percent(number, text)


def share_of_percent(percent: Decimal, text: str) -> float:
    """0..1 from 0..100; refuses the rest, naming what was typed."""
    if not 0 <= percent <= 100:
        raise EditError(Problem.SHARE_OUT_OF_RANGE, text=text.strip())
    return float(abs(percent) / 100)


def parse_headcount(text: str) -> int | None:
    """A whole number of persons; empty gives ``None``."""
    if not text.strip():
        return None
    number = _number(text, text)
    if number != number.to_integral_value() or not 0 <= number <= LARGEST_HEADCOUNT:
        raise EditError(Problem.HEADCOUNT_OUT_OF_RANGE, text=text.strip())
    return int(number)


def parse_fte(text: str) -> float | None:
    """Full-time equivalents, with a decimal comma or point; empty gives ``None``.

    ``1.200`` is 1,200 to one reader and 1.2 to another: it is refused rather than guessed.
    """
    if not text.strip():
        return None
    number = _number(text, text)
    if _THOUSANDS_OR_DECIMALS.fullmatch(text.strip()):
        raise EditError(Problem.NOT_A_NUMBER, text=text.strip())
    if not 0 <= number <= LARGEST_HEADCOUNT:
        raise EditError(Problem.FTE_OUT_OF_RANGE, text=text.strip())
    return float(abs(number))


def _as_typed(number: Decimal, text: str) -> str:
    """A number with the decimal sign of what was typed, without needless zeros."""
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.replace(".", ",") if "," in text else plain


def _number(typed: str, whole: str) -> Decimal:
    if not _NUMBER.fullmatch(typed.strip()):
        raise EditError(Problem.NOT_A_NUMBER, text=whole.strip())
    return Decimal(_SPACES.sub("", typed).replace(",", ".").replace("\u2212", "-"))
