"""Numbers and levels as the cells of a CSV file: with the decimal sign of the language, empty where not known."""

from impactapp import i18n, labels
from impactapp.domain.level import Level


def decimal(number: float | None) -> str:
    """Every digit that means something, none of the noise of binary sums; no exponent."""
    if number is None:
        return ""
    text = f"{round(number, 9):.9f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if i18n.language() == "fr" else text


def percent(part: float | None) -> str:
    """A part 0..1 as a number of per cent."""
    return decimal(None if part is None else part * 100)


def whole(number: int | None) -> str:
    """A number of persons."""
    return "" if number is None else str(number)


def level_word(level: Level | None) -> str:
    """The word of a level."""
    return "" if level is None else labels.level_word(level)
