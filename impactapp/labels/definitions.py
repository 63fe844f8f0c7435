"""Our default wording of levels, hypotheses and criteria: neutral, short, and the group's to change."""

from impactapp.domain.study import Study
from impactapp.i18n import _

DEFINITION_KEYS = ("faible", "moyen", "fort", "low", "high", "maturity", "acceptability", "roi")


def definition_title(key: str) -> str:
    """What a definition is about; ``key`` is a field of ``Definitions``."""
    return {
        "faible": _("Low"),
        "moyen": _("Medium"),
        "fort": _("High"),
        "low": _("Low hypothesis"),
        "high": _("High hypothesis"),
        "maturity": _("Maturity"),
        "acceptability": _("Acceptability"),
        "roi": _("Return on investment"),
    }[key]


def default_definition(key: str) -> str:
    """Our wording; ``key`` is a field of ``Definitions``."""
    return {
        "faible": _("AI helps at most at the margin; the activity stays human."),
        "moyen": _("AI does part of the activity; people do the rest and check."),
        "fort": _("AI can do most of the activity; people check."),
        "low": _("Prudent view: AI spreads slowly, with the reservations of the teams and the limits known today."),
        "high": _("View favourable to adoption: what is available or announced is deployed and accepted."),
        "maturity": _("Do tried and tested solutions for this activity exist on the market?"),
        "acceptability": _("Would professionals, patients and families accept that AI does this activity?"),
        "roi": _("Is the benefit (time, quality) worth the cost of purchase, integration and support?"),
    }[key]


def definition(study: Study, key: str) -> str:
    """The group's wording, ours where it has none; ``key`` is a field of ``Definitions``."""
    text: str = getattr(study.definitions, key)
    return text or default_definition(key)
