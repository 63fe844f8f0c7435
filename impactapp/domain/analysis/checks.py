"""What a study still lacks or contradicts, as findings with a place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from impactapp.domain.analysis.proposal import differs_from_proposal
from impactapp.domain.analysis.weights import Shares, shares_of
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rule import Weighting
from impactapp.domain.study import Study

STALE_MONTHS = 18  # after which a maturity is to be reviewed [ours]
FEWEST_TASKS = 8
MOST_TASKS = 12


class Severity(StrEnum):
    """An error makes a figure wrong or unknown, a gap is work left to do, a remark is worth a look."""

    ERROR = "error"
    GAP = "gap"
    REMARK = "remark"


class FindingCode(StrEnum):
    """What was found."""

    NO_PROFESSIONS = "no_professions"
    NO_TASKS = "no_tasks"
    UNRATED = "unrated"
    HIGH_BELOW_LOW = "high_below_low"
    CRITERIA_MISSING = "criteria_missing"
    DECISION_WITHOUT_REASON = "decision_without_reason"
    SHARES_INCOMPLETE = "shares_incomplete"
    SHARES_OFF_TOTAL = "shares_off_total"
    SHARES_UNUSED = "shares_unused"
    SHARES_MISSING = "shares_missing"
    FEW_TASKS = "few_tasks"
    MANY_TASKS = "many_tasks"
    HEADCOUNT_MISSING = "headcount_missing"
    FTE_MISSING = "fte_missing"
    FTE_ABOVE_HEADCOUNT = "fte_above_headcount"
    SKILL_WITHOUT_LINKS = "skill_without_links"
    SKILL_MOSTLY_UNRATED = "skill_mostly_unrated"
    BASELINE_MISSING = "baseline_missing"
    BARRIER_WITHOUT_HOURS = "barrier_without_hours"
    BARRIER_WITHOUT_SKILLS = "barrier_without_skills"
    OVERSIGHT_WITHOUT_SKILL = "oversight_without_skill"
    OVERSIGHT_WITHOUT_BARRIER = "oversight_without_barrier"
    PANEL_UNBALANCED = "panel_unbalanced"
    STAFF_FTE_ABOVE_HEADCOUNT = "staff_fte_above_headcount"
    STAFF_PARTS_ABOVE_HEADCOUNT = "staff_parts_above_headcount"
    UNITS_ABOVE_HEADCOUNT = "units_above_headcount"
    UNITS_ABOVE_FTE = "units_above_fte"
    STUDY_ABOVE_CENSUS = "study_above_census"
    # it hangs on the day: whoever knows that and the log adds it
    MATURITY_STALE = "maturity_stale"


SEVERITIES = {
    FindingCode.NO_PROFESSIONS: Severity.GAP,
    FindingCode.NO_TASKS: Severity.GAP,
    FindingCode.UNRATED: Severity.GAP,
    FindingCode.HIGH_BELOW_LOW: Severity.ERROR,
    FindingCode.CRITERIA_MISSING: Severity.REMARK,
    FindingCode.DECISION_WITHOUT_REASON: Severity.GAP,
    FindingCode.SHARES_INCOMPLETE: Severity.ERROR,
    FindingCode.SHARES_OFF_TOTAL: Severity.ERROR,
    FindingCode.SHARES_UNUSED: Severity.REMARK,
    FindingCode.SHARES_MISSING: Severity.GAP,
    FindingCode.FEW_TASKS: Severity.REMARK,
    FindingCode.MANY_TASKS: Severity.REMARK,
    FindingCode.HEADCOUNT_MISSING: Severity.GAP,
    FindingCode.FTE_MISSING: Severity.GAP,
    FindingCode.FTE_ABOVE_HEADCOUNT: Severity.REMARK,
    FindingCode.SKILL_WITHOUT_LINKS: Severity.GAP,
    FindingCode.SKILL_MOSTLY_UNRATED: Severity.GAP,
    FindingCode.BASELINE_MISSING: Severity.GAP,
    FindingCode.BARRIER_WITHOUT_HOURS: Severity.GAP,
    FindingCode.BARRIER_WITHOUT_SKILLS: Severity.GAP,
    FindingCode.OVERSIGHT_WITHOUT_SKILL: Severity.GAP,
    FindingCode.OVERSIGHT_WITHOUT_BARRIER: Severity.GAP,
    FindingCode.PANEL_UNBALANCED: Severity.REMARK,
    FindingCode.STAFF_FTE_ABOVE_HEADCOUNT: Severity.REMARK,
    FindingCode.STAFF_PARTS_ABOVE_HEADCOUNT: Severity.REMARK,
    FindingCode.UNITS_ABOVE_HEADCOUNT: Severity.REMARK,
    FindingCode.UNITS_ABOVE_FTE: Severity.REMARK,
    FindingCode.STUDY_ABOVE_CENSUS: Severity.REMARK,
    FindingCode.MATURITY_STALE: Severity.REMARK,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding and where it is; ``number`` is the figure its sentence names (a count, or a sum of shares 0..1)."""

    code: FindingCode
    profession_id: str = ""
    task_id: str = ""
    hypothesis: Hypothesis | None = None
    number: float | None = None
    skill_id: str = ""
    barrier_id: str = ""
    sitting_id: str = ""
    unit_id: str = ""
    category: Category | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITIES[self.code]


def profession_findings(profession: Profession, weighting: Weighting) -> Iterator[Finding]:
    """Findings of one profession, in reading order."""
    yield from _staff(profession)
    yield from _size(profession)
    yield from _shares(profession, weighting)
    yield from _matrix(profession)


def study_findings(study: Study) -> tuple[Finding, ...]:
    """Findings of the study as a whole, without those of its professions."""
    return () if study.professions else (Finding(FindingCode.NO_PROFESSIONS),)


def _staff(profession: Profession) -> Iterator[Finding]:
    if profession.headcount is None:
        yield Finding(FindingCode.HEADCOUNT_MISSING, profession.id)
    if profession.fte is None:
        yield Finding(FindingCode.FTE_MISSING, profession.id)
    elif profession.headcount is not None and profession.fte > profession.headcount:
        yield Finding(FindingCode.FTE_ABOVE_HEADCOUNT, profession.id, number=profession.fte)


def _size(profession: Profession) -> Iterator[Finding]:
    count = len(profession.tasks)
    if count == 0:
        yield Finding(FindingCode.NO_TASKS, profession.id)
    elif count < FEWEST_TASKS:
        yield Finding(FindingCode.FEW_TASKS, profession.id, number=count)
    elif count > MOST_TASKS:
        yield Finding(FindingCode.MANY_TASKS, profession.id, number=count)


def _shares(profession: Profession, weighting: Weighting) -> Iterator[Finding]:
    state = shares_of(profession)
    stated = [task.share for task in profession.tasks if task.share is not None]
    if state is Shares.PARTIAL:
        yield Finding(FindingCode.SHARES_INCOMPLETE, profession.id, number=len(profession.tasks) - len(stated))
    elif state is Shares.OFF_TOTAL:
        yield Finding(FindingCode.SHARES_OFF_TOTAL, profession.id, number=sum(stated))
    elif state is Shares.COMPLETE and weighting is Weighting.EQUAL:
        yield Finding(FindingCode.SHARES_UNUSED, profession.id)
    elif state is Shares.NONE and weighting is Weighting.TIME and profession.tasks:
        yield Finding(FindingCode.SHARES_MISSING, profession.id)


def _matrix(profession: Profession) -> Iterator[Finding]:
    for task in profession.tasks:
        for hypothesis in HYPOTHESES:
            yield from _task(profession.id, task, hypothesis)
        if task.breach() is not None:
            yield Finding(FindingCode.HIGH_BELOW_LOW, profession.id, task.id)


def _task(profession_id: str, task: Task, hypothesis: Hypothesis) -> Iterator[Finding]:
    if task.level(hypothesis, Aspect.SUBSTITUTION) is None:
        yield Finding(FindingCode.UNRATED, profession_id, task.id, hypothesis)
    missing = sum(task.level(hypothesis, criterion) is None for criterion in CRITERIA)
    follows = all(task.follows(hypothesis, criterion) for criterion in CRITERIA)
    if missing and not follows:
        yield Finding(FindingCode.CRITERIA_MISSING, profession_id, task.id, hypothesis, number=missing)
    unexplained = not task.judgement(hypothesis, Aspect.SUBSTITUTION).text
    if unexplained and differs_from_proposal(task, hypothesis):
        yield Finding(FindingCode.DECISION_WITHOUT_REASON, profession_id, task.id, hypothesis)
