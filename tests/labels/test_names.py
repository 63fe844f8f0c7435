"""Every word the labels offer can be had, also the ones that are imported when they are first said."""

import pytest

from impactapp import labels
from impactapp.labels.later import LATER


@pytest.mark.parametrize("name", labels.__all__)
def test_what_is_offered_is_there(name: str) -> None:
    assert getattr(labels, name) is not None


def test_what_is_said_later_is_offered() -> None:
    assert {name for names in LATER.values() for name in names.split()} <= set(labels.__all__)


def test_what_is_not_offered_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        getattr(labels, "nothing_of_the_kind".strip())
