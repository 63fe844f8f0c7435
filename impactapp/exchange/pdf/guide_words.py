"""What the facilitator's guide proposes to do and to say; ours, short, and without a figure of any study."""

from impactapp.domain.workshop import Scope, Sitting
from impactapp.i18n import _

Part = tuple[str, list[str]]


def course(sitting: Sitting) -> list[str]:
    """What happens in each part of the sitting, in order."""
    second = _("The last talks and, where it is useful, a second vote; the group decides and its reasons are written.")
    if sitting.protocol.rounds < 2:
        second = _("The last talks; the group decides and its reasons are written.")
    return [
        _("Welcome, purpose, rules of the vote, where each stands on the knowledge of AI."),
        _("First vote, in silence: everyone answers for every activity before anyone speaks."),
        _("Reveal, then talk about what splits, in the order of the agenda; set aside what cannot be settled today."),
        second,
        _("What was decided, what is left open, where each stands now, the closing form."),
    ]


def speaker_notes(sitting: Sitting) -> list[Part]:
    """What to say at each step."""
    return [
        (_("To open"), _opening()),
        (_("Before the vote"), _before(sitting)),
        (_("When the votes are shown"), _reveal()),
        (_("While they talk"), _talk()),
        (_("To decide"), _decide(sitting)),
        (_("To close"), _close()),
    ]


def keys() -> list[list[str]]:
    """The keys of the projector view."""
    return [
        [_("F5"), _("start on the projector, or stop")],
        [_("← →"), _("previous or next question, then the activity before or after")],
        [_("↑ ↓"), _("previous or next activity")],
        [_("Space"), _("start or stop the timer")],
        [_("Enter"), _("show or hide the votes")],
        [_("Esc"), _("leave the projector")],
    ]


def _opening() -> list[str]:
    return [
        _("“We look at activities, not at people: nobody’s work is being judged.”"),
        _("“We speak of working time that AI could take on; what is done with it is another decision.”"),
        _("“No name is written anywhere; only groups are counted.”"),
    ]


def _before(sitting: Sitting) -> list[str]:
    lines = [_("Read out the activity and check that everyone means the same by it.")]
    if sitting.protocol.scope is not Scope.SUBSTITUTION_ONCE:
        lines.append(_("Recall both hypotheses: the high one is never below the low one."))
    return [*lines, _("“Vote alone and in silence. Not answering is allowed.”")]


def _reveal() -> list[str]:
    return [
        _("Let them look before you comment. Name no group that is too small to be shown."),
        _("When Low and High were both voted, start there: it is often a question of words or of place of work."),
    ]


def _talk() -> list[str]:
    return [
        _("Ask first those who do the job, then the others."),
        _("“What did you have in mind when you voted?” rather than “who voted that?”."),
        _("Bring back facts: what is on the market, who would accept it, what it would cost and save."),
    ]


def _decide(sitting: Sitting) -> list[str]:
    lines = [
        _("The level that follows from the votes is a proposal of the tool: the group accepts it or says why not.")
    ]
    if sitting.protocol.rounds > 1:
        lines.append(_("A second vote is useful when the talk brought something new; the first one is kept."))
    return [*lines, _("Whoever still disagrees is counted, with a sentence and without a name.")]


def _close() -> list[str]:
    return [
        _("Read out the decisions and what was set aside; say which function will take it up and when."),
        _("Ask for the second self-positioning and the closing form."),
    ]
