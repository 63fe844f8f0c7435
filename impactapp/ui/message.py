"""What the message bar says: one sentence, and what can be done about it."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """A refusal stays until it is answered; what merely informs goes away with the next page."""

    INFORM = "inform"
    REFUSE = "refuse"


class Act(NamedTuple):
    """Something the reader can do about a message."""

    label: str
    run: Callable[[], object]


class Message(NamedTuple):
    """One sentence with its actions; ``until_saved`` if the next change that is saved makes it untrue."""

    text: str
    tone: Tone = Tone.INFORM
    acts: tuple[Act, ...] = ()
    until_saved: bool = False
