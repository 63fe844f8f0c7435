"""What the figures on skills cannot say: printed beside every one of them."""

from impactapp.i18n import _


def model_limits() -> tuple[str, ...]:
    """The limits of the exposures and of the measures, the most important first."""
    return (
        _("Exposures are a rule of this tool, computed on the group’s ratings: neither a measure nor a forecast."),
        _("An exposure says which part of the practice the AI could take over; it does not say that a skill is lost."),
        _(
            "Classes (low under one third, medium under two thirds, high above), criticality and priority "
            "(class × criticality) are conventions of this tool."
        ),
        _(
            "A skill without a linked activity has no information, not a zero; nothing is computed when less than half "
            "of its practice is rated."
        ),
        _(
            "What a measure restores is the ratio of its hours to the hours of practice before AI: a hypothesis of "
            "this tool. Some booster trials found no effect."
        ),
    )


def unrestored_limit() -> str:
    """What no measure is counted against."""
    return _("Hours of practice answer atrophy and non-acquisition; no measure here is counted against adopted errors.")


def retention_limits() -> tuple[str, ...]:
    """The limits of the retention band, the most important first."""
    return (
        _("Order of magnitude from the literature, not a forecast."),
        _(
            "Half of the acquired gain is lost after about 6.5 months (accuracy), 11 (mixed), 13 (speed): Tatel & "
            "Ackerman, Psychological Bulletin 2025, doi 10.1037/bul0000481."
        ),
        _("Holds for total non-use and procedural skills with a motor part; administrative work is an extrapolation."),
        _("Relearning is quick."),
        _("Band between two shapes, exponential and linear, drawn from 0 to 12 months only."),
    )


def never_skilling_limit() -> str:
    """What is known of non-acquisition."""
    return _("Non-acquisition: direct evidence in medical training “is absent” (Nature Medicine, perspective, 2026).")
