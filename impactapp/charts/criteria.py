"""The profile of the criteria: how many activities stand at each level of maturity, acceptability and return."""

from impactapp.charts.lettering import width
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.i18n import _, ngettext
from impactapp.labels import aspect_word, hypothesis_mark, hypothesis_word, level_letters, level_word

TOP, BOTTOM = 20.0, 44.0
BAR, BETWEEN, GROUP = 30.0, 10.0, 26.0
LEFT, NARROWEST_LEFT = 330.0, 260.0
SENTENCE_HEIGHT = 110.0


def height(result: ProfessionResult) -> float:
    """How tall the figure wants to be."""
    if not _any_level(result):
        return SENTENCE_HEIGHT
    return TOP + BOTTOM + len(CRITERIA) * (2 * BAR + BETWEEN + GROUP)


def draw(sheet: Sheet, result: ProfessionResult) -> None:
    """Draw it: a bar a hypothesis under each criterion; or say that no criterion has a level."""
    if not _any_level(result):
        words = f"{_nothing(result)} {_told_in_words(result)}".strip()
        sheet.write_wrapped(0, SENTENCE_HEIGHT / 2, words, sheet.width - 20, lines=4)
        sheet.mark(0, 0, sheet.width, SENTENCE_HEIGHT, words)
        return
    y = TOP
    left = max(NARROWEST_LEFT, min(LEFT, sheet.width * 0.38))
    for criterion in CRITERIA:
        sheet.write(0, y + BAR / 2, aspect_word(criterion), bold=True)
        for hypothesis in HYPOTHESES:
            label = f"{hypothesis_mark(hypothesis)} {hypothesis_word(hypothesis)}"
            sheet.write(left - 16, y + BAR / 2, label, size=SMALL, color=sheet.palette.muted, align="right")
            _bar(sheet, result, criterion, hypothesis, left, y)
            y += BAR + BETWEEN
        y += GROUP - BETWEEN + 10
    _legend(sheet)


def describe(result: ProfessionResult) -> list[str]:
    """The figure in words, a line a criterion and hypothesis."""
    if not _any_level(result):
        return [words for words in (_nothing(result), _told_in_words(result)) if words]
    return [_words(result, criterion, hypothesis) for criterion in CRITERIA for hypothesis in HYPOTHESES]


def _bar(
    sheet: Sheet, result: ProfessionResult, criterion: Aspect, hypothesis: Hypothesis, left: float, y: float
) -> None:
    room = (sheet.width - left) / len(result.tasks)
    x = left
    for level, count in _counts(result, criterion, hypothesis).items():
        wide = count * room
        if not count:
            continue
        swatch = sheet.palette.level(level) if level else None
        sheet.boxes(
            [Box(x + 1, y, wide - 2, BAR, swatch.ground if swatch else "", "" if swatch else sheet.palette.line)]
        )
        words = f"{level_letters(level)} {count}".strip()
        if wide >= 24:
            ink = swatch.ink if swatch else sheet.palette.muted
            sheet.write(x + wide / 2, y + BAR / 2, words if wide >= 46 else str(count), color=ink, align="center")
        x += wide
    sheet.mark(left, y, sheet.width - left, BAR, _words(result, criterion, hypothesis))


def _counts(result: ProfessionResult, criterion: Aspect, hypothesis: Hypothesis) -> dict[Level | None, int]:
    levels = [shown.task.level(hypothesis, criterion) for shown in result.tasks]
    order: tuple[Level | None, ...] = (*reversed(Level), None)
    return {level: levels.count(level) for level in order}


def _words(result: ProfessionResult, criterion: Aspect, hypothesis: Hypothesis) -> str:
    counted = ", ".join(
        f"{level_word(level)} {count}" for level, count in _counts(result, criterion, hypothesis).items() if count
    )
    return _("{criterion}, {hypothesis}: {counts}").format(
        criterion=aspect_word(criterion), hypothesis=hypothesis_word(hypothesis), counts=counted
    )


def _any_level(result: ProfessionResult) -> bool:
    return any(
        shown.task.level(hypothesis, criterion) is not None
        for shown in result.tasks
        for hypothesis in HYPOTHESES
        for criterion in CRITERIA
    )


def _nothing(result: ProfessionResult) -> str:
    count = len(result.tasks)
    return ngettext(
        "No criterion has a level yet: rate maturity, acceptability and ROI of the activity to see their profile.",
        "No criterion has a level yet: rate maturity, acceptability and ROI of the {count} activities to see their "
        "profile.",
        count,
    ).format(count=count)


def _told_in_words(result: ProfessionResult) -> str:
    told = sum(
        any(shown.task.judgement(Hypothesis.LOW, criterion).text for criterion in CRITERIA) for shown in result.tasks
    )
    if not told:
        return ""
    return ngettext(
        "{count} activity has its criteria justified in words, without a level.",
        "{count} activities have their criteria justified in words, without a level.",
        told,
    ).format(count=told)


def _legend(sheet: Sheet) -> None:
    y, x = sheet.height - BOTTOM / 2 + 4, 0.0
    shown: tuple[Level | None, ...] = (*reversed(Level), None)
    for level in shown:
        swatch = sheet.palette.level(level) if level else None
        sheet.boxes([Box(x, y - 10, 20, 20, swatch.ground if swatch else "", "" if swatch else sheet.palette.line)])
        words = f"{level_letters(level)} {level_word(level)}".strip()
        sheet.write(x + 28, y, words, size=SMALL, color=sheet.palette.muted)
        x += 28 + width(words, SMALL) + 24
    counted = _("number of activities")
    if x + width(counted, SMALL) <= sheet.width:
        sheet.write(sheet.width, y, counted, size=SMALL, color=sheet.palette.muted, align="right")
