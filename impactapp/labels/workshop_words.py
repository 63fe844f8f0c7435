"""The words of the codes of the workshop: groups, what is voted, agreement, and the tool's own questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactapp.domain.analysis.consensus import FEWEST_VOTES, Agreement
from impactapp.domain.analysis.reliability import Reliability
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.workshop import Group, GroupKind, Moment, Question, Scope, SurveyItem
from impactapp.i18n import _
from impactapp.labels.words import aspect_word, hypothesis_short

if TYPE_CHECKING:
    from impactapp.domain.analysis.privacy import Trace


def group_kind_word(kind: GroupKind) -> str:
    """Who speaks; never a person."""
    return {
        GroupKind.STAFF: _("Staff of the profession"),
        GroupKind.MANAGEMENT: _("Line management"),
        GroupKind.HUMAN_RESOURCES: _("HR department"),
        GroupKind.REPRESENTATIVES: _("Staff representatives"),
        GroupKind.USERS: _("Patients and users"),
        GroupKind.OTHER: _("Others"),
    }[kind]


def group_title(group: Group) -> str:
    """A group by its own title, else by what it is."""
    return group.title or group_kind_word(group.kind)


def scope_word(scope: Scope) -> str:
    """What is voted, for a choice."""
    return {
        Scope.CRITERIA: _("The three criteria, under each hypothesis"),
        Scope.SUBSTITUTION_TWICE: _("The substitution, under each hypothesis"),
        Scope.SUBSTITUTION_ONCE: _("The substitution, once for both hypotheses"),
    }[scope]


def scope_sentence(scope: Scope) -> str:
    """What voters answer, and how levels follow; the rules are ours."""
    return {
        Scope.CRITERIA: _(
            "Six answers an activity: maturity, acceptability and ROI under each hypothesis. The median vote of each "
            "is proposed (rule of this tool); the group decides."
        ),
        Scope.SUBSTITUTION_TWICE: _(
            "Two answers an activity: the substitution under the low hypothesis, then under the high one. The median "
            "vote of each is proposed (rule of this tool); the group decides."
        ),
        Scope.SUBSTITUTION_ONCE: _(
            "One answer an activity: the lower quartile of the votes is proposed as low, the upper one as high, so "
            "that the remaining disagreement becomes the interval (rule of this tool); the group decides."
        ),
    }[scope]


def moment_word(moment: Moment) -> str:
    """When participants place themselves."""
    return _("Before the sitting") if moment is Moment.BEFORE else _("After the sitting")


def agreement_word(agreement: Agreement) -> str:
    """What a consensus is called; ours."""
    return {
        Agreement.AGREED: _("agreement"),
        Agreement.MAJORITY: _("majority"),
        Agreement.TO_DISCUSS: _("to discuss again"),
        Agreement.TOO_FEW: _("fewer than {fewest} votes").format(fewest=FEWEST_VOTES),
    }[agreement]


def reliability_word(reliability: Reliability) -> str:
    """What an alpha is called; ours."""
    return {
        Reliability.HIGH: _("high"),
        Reliability.MIDDLE: _("middling"),
        Reliability.LOW: _("low"),
    }[reliability]


def position_word(number: int) -> str:
    """One step of the self-positioning on the knowledge of AI, 1 to 4; ours."""
    return (
        _("1 · I do not know it"),
        _("2 · I have heard of it"),
        _("3 · I understand how it works"),
        _("4 · I can explain it to others"),
    )[number - 1]


def answer_word(number: int) -> str:
    """One answer to the form at the end, 1 to 4."""
    return (
        _("1 · strongly disagree"),
        _("2 · rather disagree"),
        _("3 · rather agree"),
        _("4 · strongly agree"),
    )[number - 1]


def survey_text(item: SurveyItem) -> str:
    """A statement of the form at the end: the group's words, ours where it has none."""
    return item.text or _survey()[item.number - 1]


def question_words(question: Question) -> str:
    """« Dans l’hypothèse haute, à quel point l’IA peut-elle s’y substituer ? »."""
    asked = _asked()[question.aspect]
    if question.hypothesis is None:
        return asked[0].upper() + asked[1:]
    if question.hypothesis is Hypothesis.LOW:
        return _("Under the low hypothesis, {question}").format(question=asked)
    return _("Under the high hypothesis, {question}").format(question=asked)


def question_short(question: Question) -> str:
    """« Substitution · hyp. haute », for the heading of a column."""
    aspect = _("Substitution") if question.aspect is Aspect.SUBSTITUTION else aspect_word(question.aspect)
    return aspect if question.hypothesis is None else f"{aspect} · {hypothesis_short(question.hypothesis)}"


def trace_word(trace: Trace) -> str:
    """What in a text may point at a person."""
    words = {
        "nir": _("social security number (NIR)"),
        "phone": _("phone number"),
        "email": _("e-mail address"),
        "named_person": _("name of a person"),
        "patient_number": _("patient number (IPP)"),
    }
    return words[trace.value]


def _asked() -> dict[Aspect, str]:
    return {
        Aspect.MATURITY: _("how mature are the solutions on the market for this activity?"),
        Aspect.ACCEPTABILITY: _("how acceptable would it be to professionals, patients and families?"),
        Aspect.ROI: _("how high would the return on investment be?"),
        Aspect.SUBSTITUTION: _("how far can AI take it over?"),
    }


def _survey() -> tuple[str, ...]:
    return (
        _("The purpose of the sitting was clear."),
        _("I was able to express my point of view."),
        _("The way of voting and discussing was clear."),
        _("There was enough time to discuss."),
        _("I see better what AI can change in this profession."),
    )
