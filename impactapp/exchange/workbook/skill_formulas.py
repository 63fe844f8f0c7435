"""The formulas of the exposures: the same arithmetic as the analysis, over the sheets a group may change."""

from impactapp import labels
from impactapp.domain.analysis.exposure import LEAST_BASIS
from impactapp.domain.analysis.weights import SHARE_TOLERANCE
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.skill import EFFECTIVE_STATES, Mechanism
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook import skill_layout as on
from impactapp.exchange.workbook.layout import Layout
from impactapp.exchange.workbook.rate_formulas import DASH
from impactapp.exchange.workbook.skill_layout import SkillLayout, SkillRow
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

FORMATIVE = "F"  # in every language: what a formula looks for
NO_BAR = "#N/A"
_RESTORABLE = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def stage_mark(formative: bool, stage: str) -> str:
    """What a cell says of a link: « F · Pratique », « F », « Théorie » or nothing."""
    return " · ".join(word for word in (FORMATIVE if formative else "", stage) if word)


def shares_stated(layout: Layout, title: str) -> str:
    """How many activities of the profession whose title is in a cell have a share of time."""
    if layout.several:
        return f"=SUMPRODUCT(({at.TASK_PROFESSION}={title})*ISNUMBER({at.TASK_SHARE}))"
    return f"=COUNT({at.TASK_SHARE})"


def shares_total(layout: Layout, title: str, stated: str) -> str:
    """Their sum; a dash while some are missing or they are not 100 % together."""
    if layout.several:
        mine = f"--({at.TASK_PROFESSION}={title})"
        count, total = f"SUMPRODUCT({mine})", f"SUMPRODUCT({mine},{at.TASK_SHARE})"
    else:
        count, total = f"COUNTA({at.TASK_TITLE})", f"SUM({at.TASK_SHARE})"
    return f"=IF(OR({stated}<{count},ABS({total}-1)>{SHARE_TOLERANCE}+0.000000001),{DASH},{total})"


def weight(number: str, stated: str, total: str) -> str:
    """What an activity weighs: its share of time, 1 where none is stated, a dash while the shares cannot be used."""
    share = f"IFERROR(N(INDEX({at.TASK_SHARE},MATCH({number},{at.TASK_NUMBER},0))),{DASH})"
    return f"=IF({stated}=0,1,IF(ISNUMBER({total}),{share},{DASH}))"


def rate(number: str, hypothesis: Hypothesis) -> str:
    """The substitution rate of an activity; a dash unless it is decided under both hypotheses."""
    ranks = {
        h: f"MATCH(INDEX({name},MATCH({number},{at.TASK_NUMBER},0)),{at.LEVEL_WORDS},0)"
        for h, name in at.LEVELS.items()
    }
    other = Hypothesis.LOW if hypothesis is Hypothesis.HIGH else Hypothesis.HIGH
    return f"=IFERROR(IF({ranks[other]}>0,INDEX({on.EXPOSURE_RATES},{ranks[hypothesis]})),{DASH})"


def rule_rate(choice: str, level: Level) -> str:
    """What a level counts for under the rule chosen for the exposures."""
    return f"=IFERROR(INDEX({at.RULE_RATES},MATCH({choice},{at.RULE_WORDS},0),{int(level)}),{DASH})"


class LinkSums:
    """The sums over the activities of one skill, in its block of *Liens*."""

    def __init__(self, where: SkillLayout, skill: SkillRow, sheet: str) -> None:
        from xlsxwriter.utility import quote_sheetname, xl_range_abs

        block = skill.block

        def column(number: int) -> str:
            return f"{quote_sheetname(sheet)}!{xl_range_abs(block.first, number, block.last, number)}"

        self._weights = column(on.WEIGHT)
        self._rates = {hypothesis: column(number) for hypothesis, number in on.RATE.items()}
        self._validated = f"--({column(on.VALIDATES)}={quoted(yes())})"
        self._intensities = column(on.FIRST_INTENSITY + skill.position)
        self._formative = f"--(LEFT({column(where.first_stage + skill.position)},1)={quoted(FORMATIVE)})"

    @property
    def links(self) -> str:
        """How many activities practise the skill."""
        return f'=COUNTIF({self._intensities},">0")'

    def mass(self, mechanism: Mechanism, *, rated: bool) -> str:
        """Weight × intensity; of formative links only for non-acquisition, of rated activities only when asked."""
        terms = [self._formative] if mechanism is Mechanism.NON_ACQUISITION else []
        terms += [f"--ISNUMBER({self._rates[Hypothesis.LOW]})"] if rated else []
        return f"=SUMPRODUCT({','.join([*terms, self._weights, self._intensities])})"

    def lost(self, mechanism: Mechanism, hypothesis: Hypothesis) -> str:
        """The part of that mass that the AI takes; where a human validates only, for adopted errors."""
        only = {Mechanism.NON_ACQUISITION: [self._formative], Mechanism.MIS_SKILLING: [self._validated]}
        terms = [*only.get(mechanism, []), self._weights, self._intensities, self._rates[hypothesis]]
        return f"SUMPRODUCT({','.join(terms)})"


def yes() -> str:
    """What the cell says where a human validates."""
    return _("Yes")


def basis(total: str, rated: str) -> str:
    """The share of the practice that is rated."""
    return f"=IF({total}=0,{DASH},{rated}/{total})"


def reading(links: str, total: str, rated: str) -> str:
    """On what the exposure rests, or why nothing is computed: the sentence of the rest of the application."""
    # the sign stands apart: a French percentage has a no-break space before it
    figure = f"ROUNDDOWN(100*{rated}/{total}+0.0000001,0)&{quoted(labels.percent(0).removeprefix('0'))}"
    least = labels.percent(LEAST_BASIS)
    few = _("Rated on {rated} of the practice: nothing is computed under {least}.").replace("{least}", least)
    enough = _("Rated on {rated} of the practice.")
    none = quoted(_("No information: no activity is linked to this skill."))
    shares = quoted(
        _("Nothing is computed: the time shares are to be completed, or those of the linked activities are 0.")
    )
    said = f"IF({rated}/{total}<{LEAST_BASIS},{_around(few, figure)},{_around(enough, figure)})"
    return f"=IF({links}=0,{none},IF({total}=0,{shares},{said}))"


def _around(sentence: str, figure: str) -> str:
    before, _place, after = sentence.partition("{rated}")
    return f"{quoted(before)}&{figure}&{quoted(after)}"


def exposure(
    sums: LinkSums, mechanism: Mechanism, hypothesis: Hypothesis, cells: dict[str, str], *, kept: bool = False
) -> str:
    """The exposure, or the practice kept; a dash under half of the practice, of the skill or of what trainees do."""
    lost = f"{'1-' if kept else ''}MIN(1,{sums.lost(mechanism, hypothesis)}/{cells['own_rated']})"
    # each test before the division that needs it
    own = f"IF({cells['own']}=0,{DASH},IF({cells['own_rated']}/{cells['own']}<{LEAST_BASIS},{DASH},{lost}))"
    known = f"IF({cells['rated']}/{cells['total']}<{LEAST_BASIS},{DASH},{own})"
    missing = quoted(skill_labels.exposure_word(None))
    return f"=IF({cells['links']}=0,{missing},IF({cells['total']}=0,{DASH},{known}))"


def restored(number: str, title: str, profession: str, mechanism: Mechanism) -> str:
    """The part of the practice that measures decided or in place give back: their hours over the baseline hours."""
    baseline = f"INDEX({on.SKILL_BASELINE},MATCH({number},{on.SKILL_NUMBER},0))"
    # one skill a line: the breaks around keep a title from being found inside a longer one
    mine = f"--ISNUMBER(FIND(CHAR(10)&{title}&CHAR(10),CHAR(10)&{on.MEASURE_SKILLS}&CHAR(10)))"
    words = [skill_labels.against_words(chosen) for chosen in against_choices() if mechanism in chosen]
    against = "+".join(f"({on.MEASURE_AGAINST}={quoted(word)})" for word in words)
    states = "+".join(f"({on.MEASURE_STATE}={quoted(skill_labels.state_word(state))})" for state in EFFECTIVE_STATES)
    terms = [mine, f"--(({against})>0)", f"--(({states})>0)", on.MEASURE_HOURS]
    if profession:
        terms.insert(0, f"--({on.MEASURE_PROFESSION}={profession})")
    hours = f"SUMPRODUCT({','.join(terms)})"
    return f"=IFERROR(IF(N({baseline})>0,MIN(1,{hours}/{baseline}),0),0)"


def against_choices() -> list[tuple[Mechanism, ...]]:
    """What a measure can work against."""
    return [_RESTORABLE[:1], _RESTORABLE[1:], _RESTORABLE]


def residual(exposed: str, back: str) -> str:
    """What is left once measures give practice back."""
    return f"=IF(ISNUMBER({exposed}),MAX(0,{exposed}-{back}),{exposed})"


def class_word(level: Level) -> str:
    """The class with its letters: « Fo · Fort »."""
    return f"{labels.level_letters(level)} · {labels.level_word(level)}"


def exposure_class(exposed: str) -> str:
    """The class of an exposure."""
    low, medium, high = (quoted(class_word(level)) for level in Level)
    return f"=IF(ISNUMBER({exposed}),IF({exposed}<1/3,{low},IF({exposed}<2/3,{medium},{high})),{DASH})"


def criticality(number: str) -> str:
    """How much the skill matters: the number before its word in *Compétences*."""
    return f"=IFERROR(VALUE(LEFT(INDEX({on.SKILL_CRITICALITY},MATCH({number},{on.SKILL_NUMBER},0)),1)),{DASH})"


def criticality_words(number: str) -> str:
    """How much the skill matters, as *Compétences* says it."""
    return f"=IFERROR(INDEX({on.SKILL_CRITICALITY},MATCH({number},{on.SKILL_NUMBER},0)),{DASH})"


def priority(exposed: str, matters: str) -> str:
    """Class × criticality."""
    rank = f"IF({exposed}<1/3,1,IF({exposed}<2/3,2,3))"
    return f"=IF(AND(ISNUMBER({exposed}),ISNUMBER({matters})),{rank}*{matters},{DASH})"


def chart_label(exposed: str, title: str) -> str:
    """What a bar is called: a skill without an exposure says so, instead of a bar at zero."""
    missing = quoted(f"{title} ({skill_labels.exposure_word(None)})")
    return f"=IF(ISNUMBER({exposed}),{quoted(title)},{missing})"


def bar(figure: str) -> str:
    """What a chart shows: a text would be a bar at zero, with a figure."""
    return f"=IF(ISNUMBER({figure}),{figure},NA())"
