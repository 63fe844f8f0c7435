"""Titles are found however one writes them: accents, gender, number, initials, codes, from the first letters on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.catalog_search import Findable, SearchIndex

NURSE = Findable(
    "nurse", ("Infirmier en soins généraux", "Infirmière en soins généraux"), ("J1506",), ("Accueil",), ("IDE",)
)
HEAD = Findable("head", ("Chef de cuisine", "Cheffe de cuisine"), ("G1601",), ("Contrôle des identités", "Sœurs"))
SOCIAL = Findable("social", ("Assistant de service social", "Assistante de service social"), ("K1201",), ("Accueil",))
AIDE = Findable("aide", ("Aide-soignant", "Aide-soignante"), ("J1501",), ("Aide au repas et soins",), ("AS",))
INDEX = SearchIndex([NURSE, HEAD, SOCIAL, AIDE])


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("ide", ("nurse", "head")),
        ("INFIRMIERES", ("nurse",)),
        ("infirmi", ("nurse",)),
        ("soins généraux", ("nurse",)),
        ("soin general", ("nurse",)),
        ("cheffe cuisine", ("head",)),
        ("chef de la cuisine", ("head",)),
        ("soeur", ("head",)),
        ("as", ("aide", "social")),
        ("aides soignantes", ("aide",)),
        ("j15", ("nurse", "aide")),
        ("J1501", ("aide",)),
        ("accueil", ("nurse", "social")),
        ("soins", ("nurse", "aide")),
        ("l'accueil infirmier", ("nurse",)),
        ("plombier", ()),
        ("infirmier plombier", ()),
    ],
)
def test_a_title_is_found_however_one_writes_it(words: str, keys: tuple[str, ...]) -> None:
    assert INDEX.find(words) == keys


@pytest.mark.parametrize("words", ["", "  ", "’", "…!"])
def test_no_word_finds_everything_in_its_order(words: str) -> None:
    assert INDEX.find(words) == ("nurse", "head", "social", "aide")


def test_a_linking_word_alone_is_looked_for() -> None:
    assert INDEX.find("de") == ("head", "social")


def test_a_title_that_is_exactly_so_comes_before_those_that_begin_so() -> None:
    index = SearchIndex([Findable("long", ("Secrétaire médicale",)), Findable("short", ("Secrétaire",))])
    assert index.find("secretaires") == ("short", "long")
    assert index.find("secretaire m") == ("long",)


WHO_HELPS = SearchIndex(
    [
        Findable("agent", ("Agent de service",), others=("Aide-soignante faisant fonction",)),
        Findable("coordinator", ("Coordinateur des aides-soignants", "Coordinatrice des aides-soignants")),
        Findable("helper", ("Aide-soignant", "Aide-soignante"), others=("AS", "ASD")),
        Findable("night", ("Aide-soignant de nuit", "Aide-soignante de nuit")),
        Findable("named", ("Personnel de nuit",), others=("Aide-soignante",)),
        Findable("told", ("Brancardier", "Brancardière"), mentions=("Relais de l’aide-soignante",)),
    ]
)


@pytest.mark.parametrize("words", ["aide soignante", "Aide-soignant", "aides soignantes"])
def test_titles_come_before_other_names_and_these_before_mentions_in_both_genders(words: str) -> None:
    assert WHO_HELPS.find(words) == ("helper", "named", "night", "coordinator", "agent", "told")


@pytest.mark.parametrize("words", ["aide", "aide soi"])
def test_while_one_types_titles_that_begin_so_come_first(words: str) -> None:
    assert WHO_HELPS.find(words) == ("helper", "night", "coordinator", "agent", "named", "told")


def test_an_index_of_nothing_finds_nothing() -> None:
    assert SearchIndex([]).find("infirmier") == ()
    assert SearchIndex([]).find("") == ()


@given(st.lists(st.text(min_size=1), max_size=6), st.text(max_size=12))
def test_whatever_is_typed_is_answered_with_things_that_are_there_once_each(titles: list[str], words: str) -> None:
    keys = [str(place) for place in range(len(titles))]
    found = SearchIndex(Findable(key, (title,)) for key, title in zip(keys, titles, strict=True)).find(words)
    assert len(set(found)) == len(found)
    assert set(found) <= set(keys)


@given(st.text(alphabet="abcdeéèœ -", min_size=1, max_size=20), st.integers(min_value=1, max_value=20))
def test_the_first_letters_of_a_word_are_enough(title: str, length: int) -> None:
    first = title.strip(" -").split(" ")[0].split("-")[0]
    assert SearchIndex([Findable("one", (title,))]).find(first[:length]) == ("one",)
