"""The words of the outside measure: figures, ranks, what it does not cover, and the credits it never goes without."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from impactapp import i18n
from impactapp.domain.analysis.benchmarks import Card, Measure, Rank
from impactapp.domain.benchmark import ExposureClass
from impactapp.domain.profession import Profession
from impactapp.i18n import _
from impactapp.labels.numbers import UNKNOWN

# a nurse, in the table of France Travail and in ESCO (method §4)
_NURSE = ("3221", "2221")


def class_word(exposure: ExposureClass) -> str:
    """The class as the ILO gives it."""
    return {
        ExposureClass.NOT_EXPOSED: _("Not exposed"),
        ExposureClass.MINIMAL: _("Minimal exposure"),
        ExposureClass.GRADIENT_1: _("Exposed: gradient 1"),
        ExposureClass.GRADIENT_2: _("Exposed: gradient 2"),
        ExposureClass.GRADIENT_3: _("Exposed: gradient 3"),
        ExposureClass.GRADIENT_4: _("Exposed: gradient 4"),
    }[exposure]


def score(number: float | None) -> str:
    """A score 0..1 with two decimals, as the ILO publishes its own; a dash where the source gives none."""
    if number is None:
        return UNKNOWN
    text = str(Decimal(repr(number)).quantize(Decimal("0.01"), ROUND_HALF_UP))
    return text.replace(".", ",") if i18n.language() == "fr" else text


def rank_words(rank: Rank | None) -> str:
    """« 2e sur 7 »; a dash while it is not known."""
    if rank is None:
        return UNKNOWN
    if rank.of == 1:
        return _("the only one compared")
    words = _("1st of {of}") if rank.place == 1 else _("no. {place} of {of}")
    return words.format(place=rank.place, of=rank.of)


def code_word(code: str) -> str:
    """« CITP-08 3344 »."""
    return _("ISCO-08 {code}").format(code=code)


def figure_titles() -> tuple[str, ...]:
    """What each figure of a measure is, in the order of ``figures_of``."""
    second = _("Second opinion: {source}")
    return (
        _("ILO 2025, mean of the tasks’ scores"),
        _("ILO 2025, standard deviation"),
        _("ILO 2025, class"),
        _("Rank by the ILO’s mean"),
        _("ILO 2023, mean of the tasks’ scores"),
        second.format(source=_("Eloundou et al. 2024, rated by humans")),
        second.format(source=_("Eloundou et al. 2024, rated by GPT-4")),
        second.format(source=_("Microsoft 2025, applicability")),
    )


def figures_of(measure: Measure) -> tuple[str, ...]:
    """The figures of a measure in words, each by itself."""
    found = measure.benchmark
    return (
        score(found.mean),
        score(found.deviation),
        class_word(found.exposure),
        rank_words(measure.rank),
        score(found.mean_2023),
        score(found.eloundou_human),
        score(found.eloundou_gpt4),
        score(found.microsoft),
    )


def group_rank_sentence(card: Card) -> str:
    """The place of the group's own rate among the same professions, under both hypotheses."""
    if card.low is None and card.high is None:
        return _("The group’s own rating: no rank before all its activities are decided.")
    if all(rank is None or rank.of == 1 for rank in (card.low, card.high)):
        return _("The group’s own rating: no rank, no other profession of the study has a measure and a rate.")
    return _("The group’s own rating: {low} under the low hypothesis, {high} under the high hypothesis.").format(
        low=rank_words(card.low), high=rank_words(card.high)
    )


def ranks_sentence() -> str:
    """Among whom the ranks are, and why there is nothing but ranks."""
    return _(
        "Ranks go from the most exposed, among the professions of the study that have an outside measure (for the "
        "group’s rating, those that are rated); equals share theirs. A score and a rate are different things: only "
        "ranks can be laid side by side, the application neither averages nor subtracts them."
    )


def codes_sentence(codes: Sequence[str]) -> str:
    """That sources give several codes, and which source says which where that is known; empty for one code."""
    if len(codes) < 2:
        return ""
    if set(codes) == set(_NURSE):
        return _(
            "Sources differ on the code of this profession: 3221 in the table of France Travail, 2221 in ESCO. Both "
            "are shown, each by itself."
        )
    return _("Sources differ on the code of this profession ({codes}): each is shown by itself.").format(
        codes=", ".join(codes)
    )


def absent_sentence(profession: Profession) -> str:
    """Why a profession has no outside measure."""
    if not profession.isco08:
        return _(
            "No outside measure: this profession has no ISCO-08 code in the study. Those of the catalogue have one "
            "where a source gives it; the application guesses none."
        )
    return _("No outside measure: the figures shipped with the application have none for {codes}.").format(
        codes=", ".join(map(code_word, profession.isco08))
    )


def absences(professions: Iterable[Profession]) -> tuple[str, ...]:
    """The same of several professions, a sentence a reason."""
    without = list(professions)
    reasons = (
        (_("Without an ISCO-08 code in the study, hence without a measure: {names}."), False),
        (_("With a code of which the shipped figures have no measure: {names}."), True),
    )
    said = ((words, [one.title for one in without if bool(one.isco08) is coded]) for words, coded in reasons)
    return tuple(words.format(names=", ".join(titles)) for words, titles in said if titles)


def scope_sentence() -> str:
    """What the scores are about."""
    return _(
        "These are scores of generative AI, from 0 to 1: they do not cover robots, which the method of the Institut "
        "Montaigne does. They are of occupations in the world, not of this establishment."
    )


def credit_lines() -> tuple[str, ...]:
    """The credits that stand wherever a figure does, the ILO's with its notice of adaptation first."""
    return (
        _(
            "Gmyrek, P. et al., “Generative AI and Jobs: A Refined Global Index of Occupational Exposure”, ILO Working "
            "Paper 140, Geneva, 2025, © ILO, CC BY 4.0."
        ),
        _(
            "This is an adaptation of a work of the ILO: it was not prepared, reviewed or endorsed by the ILO, and "
            "its authors alone are responsible for it."
        ),
        _("Second opinions: Eloundou, Manning, Mishkin, Rock, 2024 (MIT); Tomlinson et al., 2025 (CC BY 4.0)."),
    )


def difference_title() -> str:
    """What the group is asked."""
    return _("Why do we differ?")
