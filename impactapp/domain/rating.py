"""What a group says of one task: a level and its words, for each aspect under each hypothesis."""

from dataclasses import dataclass, replace

from impactapp.domain.level import Aspect, Level


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level with the words that support it: a justification for a criterion, a reason for a decision."""

    level: Level | None = None
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether neither a level nor a word was given."""
        return self.level is None and not self.text


NOTHING_SAID = Judgement()


@dataclass(frozen=True, slots=True)
class Rating:
    """The judgements of one task under one hypothesis; ``None`` where the group has not spoken."""

    maturity: Judgement | None = None
    acceptability: Judgement | None = None
    roi: Judgement | None = None
    substitution: Judgement | None = None

    def get(self, aspect: Aspect) -> Judgement | None:
        """The judgement on an aspect, ``None`` where the group has not spoken."""
        judgement: Judgement | None = getattr(self, aspect.value)
        return judgement

    def set(self, aspect: Aspect, judgement: Judgement | None) -> "Rating":
        """This rating with one aspect replaced."""
        return replace(self, **{aspect.value: judgement})


UNRATED = Rating()
