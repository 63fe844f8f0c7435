"""The sentences of the workshop: agreement, why something is not shown, what the votes propose, what to discuss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from impactapp.domain.analysis.consensus import FEWEST_VOTES, Agreement
from impactapp.domain.analysis.reliability import HIGH_FROM, reliability
from impactapp.domain.level import Aspect
from impactapp.domain.workshop import Group, Protocol, Scope, Sitting
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import percent_down, points, ratio
from impactapp.labels.skill_words import listed
from impactapp.labels.words import aspect_word, level_word
from impactapp.labels.workshop_words import agreement_word, group_title, reliability_word, trace_word

if TYPE_CHECKING:
    from impactapp.domain.analysis.agenda import AgendaItem, Gap
    from impactapp.domain.analysis.privacy import PrivacyRemark
    from impactapp.domain.analysis.reveal import Revealed
    from impactapp.domain.analysis.sittings import Distance, QuestionResult, SittingResult
    from impactapp.domain.analysis.votes import VotedLevels


def consensus_sentence(result: QuestionResult) -> str:
    """« Consensus 0,73 : accord. », with a word where Faible and Fort were both voted; or why there is none."""
    found = result.consensus
    if found is None or found.value is None:
        return _("Consensus: not shown, too few votes.")
    if found.agreement is Agreement.TOO_FEW:
        said = _("Consensus: fewer than {fewest} votes, it is not named.").format(fewest=FEWEST_VOTES)
    else:
        said = _("Consensus {value}: {agreement}.").format(
            value=ratio(found.value), agreement=agreement_word(found.agreement)
        )
    return _joined(said, _("Low and High were both voted.")) if found.is_split else said


def hidden_sentence(revealed: Revealed, protocol: Protocol, groups: Sequence[Group] = ()) -> str:
    """Why nothing is shown, or which groups are not (named where ``groups`` are given); empty where all is shown."""
    least = protocol.least_shown
    said = [waiting_sentence(revealed.waiting, least)]
    if revealed.total is None and revealed.waiting < least:
        few = _("Fewer than {least} votes: nothing is shown, so that nobody can be recognised.").format(least=least)
        said = [few] if not revealed.hidden else [few, *said]
    elif revealed.total is not None and revealed.hidden:
        why = _(
            "Under {least} votes a group counts in the total only, with another one if a subtraction could tell it."
        )
        said = [_not_shown(revealed, groups), why.format(least=least), *said]
    if revealed.is_unanimous:
        said.append(_("Where all votes are the same, what each person voted is known."))
    return " ".join(filter(None, said))


def waiting_sentence(waiting: int, least: int) -> str:
    """How many secret votes are not shown yet, and when they will be; empty where none waits."""
    if not waiting:
        return ""
    if waiting >= least:
        return ngettext(
            "{count} secret vote in the urn: “Show the votes” opens it.",
            "{count} secret votes in the urn: “Show the votes” opens it.",
            waiting,
        ).format(count=waiting)
    return ngettext(
        "{count} secret vote in the urn: shown once there are {least}, or the difference would tell it.",
        "{count} secret votes in the urn: shown once there are {least}, or the difference would tell them.",
        waiting,
    ).format(count=waiting, least=least)


def proposal_sentence(voted: VotedLevels, scope: Scope) -> str:
    """What the votes propose and by which rule of ours; the group decides."""
    if voted.low is None and voted.high is None:
        return _("No vote yet: nothing is proposed.")
    said = _("The votes propose {low} (low hypothesis) and {high} (high hypothesis).").format(
        low=level_word(voted.low), high=level_word(voted.high)
    )
    if voted.aspect is not Aspect.SUBSTITUTION:
        said = f"{aspect_word(voted.aspect)} — {said}"
    if scope is Scope.SUBSTITUTION_ONCE:
        return _joined(said, _("Rule of this tool: lower and upper quartiles of the votes; the group decides."))
    return _joined(said, _("Rule of this tool: median of the votes under each hypothesis; the group decides."))


def panel_sentence(result: SittingResult) -> str:
    """Whom the panel still lacks; empty where it has at least two who do the job and one staff representative."""
    return lacking_sentence(result.lacks_staff, result.lacks_representatives)


def lacking_sentence(staff: bool, representatives: bool) -> str:
    """Whom a panel lacks; empty where it lacks nobody."""
    if staff and representatives:
        return _("Plan for at least two people who do the job and one staff representative.")
    if staff:
        return _("Plan for at least two people who do the job.")
    return _("Plan for at least one staff representative.") if representatives else ""


def agenda_sentence(item: AgendaItem) -> str:
    """Why a task stands where it does: its consensus and its leverage, and whether it is parked or settled."""
    said = _("Consensus {value}; leverage: {points}.")
    if item.consensus is None:
        said = _("No consensus measured yet; leverage: {points}.")
    said = said.format(value=ratio(item.consensus), points=points(item.leverage))
    if item.is_settled:
        return _joined(said, _("Settled."))
    return _joined(said, _("Set aside.")) if item.is_parked else said


def agenda_rule_sentence() -> str:
    """How the order is made; ours."""
    return _(
        "Order of this tool: (1 − consensus) × leverage, the leverage being how far the rate of the profession moves "
        "when the activity moves one level."
    )


def gap_sentence(gap: Gap, count: int) -> str:
    """« Ces 3 activités sur 10 portent 83 % de l’écart entre les hypothèses. »; ``count`` of all activities."""
    chosen = len(gap.task_ids)
    if not chosen:
        return _("No gap between the hypotheses in what is rated.")
    return ngettext(
        "This activity out of {total} carries {part} of the gap between the hypotheses.",
        "These {count} activities out of {total} carry {part} of the gap between the hypotheses.",
        chosen,
    ).format(count=chosen, total=count, part=percent_down(gap.part))


def alpha_sentence(alpha: float | None) -> str:
    """Krippendorff's alpha with its word, and what it does not mean."""
    if alpha is None:
        return _("Krippendorff’s alpha: cannot be computed (too few votes, or all the same).")
    said = _("Krippendorff’s alpha (ordinal): {value}, {word}.").format(
        value=ratio(alpha), word=reliability_word(reliability(alpha))
    )
    meaning = _(
        "It says how far the votes agree beyond chance: neither that they are right, nor that one who disagrees is "
        "wrong. It forbids nothing. Words of this tool: high from {high}, middling from 2/3, low below."
    )
    return _joined(said, meaning.format(high=ratio(HIGH_FROM)))


def thresholds_sentence(protocol: Protocol) -> str:
    """What a consensus is called from where, said to be ours, and what is common elsewhere, for information."""
    said = _(
        "Words of this tool, for {fewest} votes or more: agreement from {agreement}, majority from {majority}, to "
        "discuss again below (Tastle & Wierman consensus, 2007). No distribution is shown under {least} votes."
    ).format(
        fewest=FEWEST_VOTES,
        agreement=ratio(protocol.agreement),
        majority=ratio(protocol.majority),
        least=protocol.least_shown,
    )
    known = _("For information, Delphi studies most often ask for 75% agreement (Diamond 2014): it is another measure.")
    return _joined(said, known)


def privacy_sentence(remarks: Sequence[PrivacyRemark]) -> str:
    """What was found in a text and the rule; empty where nothing was."""
    if not remarks:
        return ""
    found = listed(list(dict.fromkeys(trace_word(remark.trace) for remark in remarks)))
    return _("This text may point at a person: {found}. As soon as there is a doubt, leave it out.").format(found=found)


def distance_sentence(distances: Sequence[Distance]) -> str:
    """How far the votes of one or several tasks are from the published decisions, in levels."""
    if not distances:
        return _("No vote to compare with the published matrix yet.")
    same, one, two = (sum(distance.levels == levels for distance in distances) for levels in (0, 1, 2))
    return _("Beside the published matrix: {same} identical, {one} one level away, {two} two levels away.").format(
        same=same, one=one, two=two
    )


def simulated_sentence() -> str:
    """What marks made-up participants everywhere."""
    return _("Simulated: made-up participants, to show how a second round goes.")


def secrecy_sentence(protocol: Protocol) -> str:
    """What is kept of a secret vote, and when it is shown."""
    return _(
        "Your vote goes into an urn, shown only with others, {least} at least: neither your name nor the order of the "
        "votes is kept."
    ).format(least=protocol.least_shown)


def small_groups_sentence(sitting: Sitting) -> str:
    """How groups that are too small to be shown vote; empty where there is none."""
    least = sitting.protocol.least_shown
    small = [group_title(group) for group in sitting.groups if group.size < least]
    if not small:
        return ""
    return _(
        "{groups}: fewer than {least} persons. Their ballots count with those of all, and nothing says which are "
        "theirs, not even the file; hands that are raised are seen, and kept under the name of the group."
    ).format(groups=", ".join(small), least=least)


def time_words(seconds: int) -> str:
    """« 02:10 », with the hours from one hour on: « 1:02:10 »."""
    minutes, left = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def _joined(first: str, second: str) -> str:
    return f"{first} {second}"


def _not_shown(revealed: Revealed, groups: Sequence[Group]) -> str:
    names = [group_title(group) for group in groups if group.id in revealed.hidden]
    if len(names) == len(revealed.hidden):
        return _("Not shown: {groups}.").format(groups=", ".join(names))
    count = len(revealed.hidden)
    return ngettext("{count} group is not shown.", "{count} groups are not shown.", count).format(count=count)
