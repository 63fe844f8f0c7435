"""What a paste did, in one sentence: how much was taken, and which lines were left out and why."""

from impactapp.domain.lists import LeftOut, PastedList, Trouble
from impactapp.i18n import _, ngettext

MOST_NAMED = 3


def paste_sentence(pasted: PastedList) -> str:
    """« 8 activités ajoutées. Laissé de côté : ligne 3 « Accueil » (en double). »"""
    count = len(pasted.items)
    taken = ngettext("{count} activity added.", "{count} activities added.", count).format(count=count)
    if not count:
        taken = _("No activity added.")
    return with_left_out(taken, pasted)


def with_left_out(taken: str, pasted: PastedList) -> str:
    """What was taken, then the lines that were left out and why."""
    if not pasted.troubles:
        return taken
    named = _("; ").join(_place(trouble) for trouble in pasted.troubles[:MOST_NAMED])
    more = len(pasted.troubles) - MOST_NAMED
    if more > 0:
        named += ngettext(" and {count} other line", " and {count} other lines", more).format(count=more)
    return _("{taken} Left out: {lines}.").format(taken=taken, lines=named)


def _place(trouble: Trouble) -> str:
    reason = {
        LeftOut.REPEATED: _("twice in the list"),
        LeftOut.TAKEN: _("already there"),
        LeftOut.TOO_LONG: _("too long a title"),
        LeftOut.UNREADABLE: _("unreadable text"),
        LeftOut.HEADING: _("heading"),
        LeftOut.SHARE: _("not plainly a share from 0 to 100%"),
    }[trouble.reason]
    return _("line {line} “{text}” ({reason})").format(line=trouble.line, text=trouble.text, reason=reason)
