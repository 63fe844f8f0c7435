"""What the message bar says: one sentence, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """A refusal stays until it is answered; what merely informs goes away with the next page."""

    INFORM = "inform"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Act:
    """Something the reader can do about a message."""

    label: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence with its actions."""

    text: str
    tone: Tone = Tone.INFORM
    acts: tuple[Act, ...] = ()
