"""Alike titles of several studies are proposed, the likest first, and what was refused is proposed no more."""

from functools import reduce

import pytest

from impactapp.domain.analysis.rollup import RollUp, with_study
from impactapp.exchange.rollup.matching import propose
from tests.rollup_builders import titled


def rolled(*titles: tuple[str, str]) -> RollUp:
    studies = (titled(number, title, code) for number, (title, code) in enumerate(titles))
    return reduce(with_study, studies, RollUp())


def test_the_same_words_are_alike_whatever_their_accents_and_order() -> None:
    (found,) = propose(rolled(("Secrétaire médicale", ""), ("MEDICALE secretaire", "")))
    assert (found.pair, found.score) == (("= secrétaire médicale", "= medicale secretaire"), 100)


def test_a_title_without_a_code_may_be_that_of_a_code() -> None:
    (found,) = propose(rolled(("Aide-soignant", "aide-soignant-e"), ("Aides-soignants", "")))
    assert found.pair == ("= aides-soignants", "aide-soignant-e")


@pytest.mark.parametrize(
    "titles", [(("Brancardier", ""), ("Cuisinier", "")), (("Infirmier", "a"), ("Infirmière", "b"))]
)
def test_neither_other_words_nor_two_codes_are_proposed(titles: tuple[tuple[str, str], ...]) -> None:
    assert propose(rolled(*titles)) == ()


def test_two_codes_are_proposed_where_the_words_are_the_same() -> None:
    (found,) = propose(rolled(("Secrétaire médicale", "a"), ("Secrétaire Médicale", "a-2")))
    assert (set(found.pair), found.score) == ({"a", "a-2"}, 100)


def test_after_a_refusal_the_next_likest_is_proposed() -> None:
    made = rolled(("Secrétaire médicale", ""), ("Secrétaire médical", "a"), ("Secrétaire médico-sociale", "b"))
    (first,) = propose(made)
    assert first.pair == ("= secrétaire médicale", "a")
    (second,) = propose(made, [first.pair])
    assert second.pair == ("= secrétaire médicale", "b")
    assert propose(made, [first.pair, second.pair[::-1]]) == ()


def test_the_work_stops_at_its_next_step() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        propose(rolled(("Un", ""), ("Deux", "")), (), stop)
