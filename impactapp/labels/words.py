"""The words of the codes people rate with: levels, hypotheses, aspects, categories, and levels read back from text."""

import unicodedata

from impactapp.domain.analysis.checks import Severity
from impactapp.domain.analysis.weights import Shares
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.i18n import _

# What French and English groups type or paste; a level's own word and letters in both languages come first.
_SPELLINGS = {
    Level.FAIBLE: ("faible", "fa", "1", "low", "lo", "weak"),
    Level.MOYEN: ("moyen", "moyenne", "mo", "2", "medium", "me", "moderate"),
    Level.FORT: ("fort", "forte", "fo", "3", "high", "hi", "strong", "eleve", "elevee"),
}
_NOT_RATED = ("", "-", "–", "—", "non cote", "not rated")


def level_word(level: Level | None) -> str:
    """« Faible », « Moyen », « Fort », or that nobody has rated."""
    if level is None:
        return _("not rated")
    return (_("Low"), _("Medium"), _("High"))[level - 1]


def level_letters(level: Level | None) -> str:
    """The two letters that stand in a cell: « Fa », « Mo », « Fo »; empty when not rated."""
    return "" if level is None else (_("Lo"), _("Me"), _("Hi"))[level - 1]


def read_level(text: str) -> Level | None:
    """A level in any usual spelling (Fort, FORT, Fo, 3, High); empty gives ``None``; refuses the rest."""
    typed = _plain(text)
    if typed in _NOT_RATED:
        return None
    for level, spellings in _SPELLINGS.items():
        if typed in spellings:
            return level
    raise EditError(Problem.UNKNOWN_LEVEL, text=text.strip())


def hypothesis_word(hypothesis: Hypothesis) -> str:
    """« hypothèse basse » or « hypothèse haute »."""
    return _("low hypothesis") if hypothesis is Hypothesis.LOW else _("high hypothesis")


def hypothesis_short(hypothesis: Hypothesis) -> str:
    """« Basse » or « Haute », for the heading of a column."""
    return _("Low hyp.") if hypothesis is Hypothesis.LOW else _("High hyp.")


def hypothesis_mark(hypothesis: Hypothesis) -> str:
    """The shape of a hypothesis: open circle for low, filled for high."""
    return "○" if hypothesis is Hypothesis.LOW else "●"


def aspect_word(aspect: Aspect) -> str:
    """The name of a criterion, or of the decision."""
    return {
        Aspect.MATURITY: _("Maturity"),
        Aspect.ACCEPTABILITY: _("Acceptability"),
        Aspect.ROI: _("ROI"),
        Aspect.SUBSTITUTION: _("Decision"),
    }[aspect]


def aspect_short(aspect: Aspect) -> str:
    """The name of an aspect for a narrow column."""
    return {
        Aspect.MATURITY: _("Mat."),
        Aspect.ACCEPTABILITY: _("Accept."),
        Aspect.ROI: _("ROI"),
        Aspect.SUBSTITUTION: _("Decision"),
    }[aspect]


def category_word(category: Category) -> str:
    """The name of a staff category."""
    return {
        Category.MANAGEMENT: _("Management"),
        Category.ADMINISTRATIVE: _("Administrative staff"),
        Category.CARE: _("Care staff"),
        Category.SOCIAL: _("Education and social work"),
        Category.MEDICO_TECHNICAL: _("Medico-technical staff"),
        Category.TECHNICAL: _("Technical and manual staff"),
        Category.MEDICAL: _("Medical staff"),
        Category.OTHER: _("Other staff"),
    }[category]


def severity_word(severity: Severity) -> str:
    """How much a finding matters."""
    return {Severity.ERROR: _("Error"), Severity.GAP: _("To complete"), Severity.REMARK: _("Remark")}[severity]


def shares_word(shares: Shares) -> str:
    """The state of the time shares of a profession."""
    return {
        Shares.NONE: _("no time share stated: all activities count the same"),
        Shares.PARTIAL: _("time shares partly filled in"),
        Shares.OFF_TOTAL: _("time shares that do not add up to 100%"),
        Shares.COMPLETE: _("time shares complete"),
    }[shares]


def _plain(text: str) -> str:
    """Lower case, without accents, without blanks or a full stop around."""
    letters = unicodedata.normalize("NFKD", text.strip().strip("\u00a0\u202f.").casefold())
    return "".join(character for character in letters if not unicodedata.combining(character)).strip()
