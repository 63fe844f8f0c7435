"""The French of the interface is complete, keeps its placeholders and follows French typography."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from tests import words

PLACEHOLDER = re.compile(r"{[^{}]*}")
NO_BREAK = "\u00a0\u202f"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return words.committed()


def forms(message: Message) -> list[tuple[str, str]]:
    """English beside French, once for each plural form."""
    english = (message.id,) if isinstance(message.id, str) else message.id
    return list(zip(english, words.said(message), strict=True))


def test_every_message_of_the_code_has_french_words(catalog: Catalog) -> None:
    french = {words.key(message): message for message in catalog}
    english = [message for message in words.extracted() if message.id]
    assert english, "nothing was extracted"
    assert [words.key(message) for message in english if words.key(message) not in french] == []
    assert words.missing(catalog) == []


def test_no_french_is_kept_for_what_the_code_no_longer_says(catalog: Catalog) -> None:
    english = {words.key(message) for message in words.extracted()}
    assert [words.key(message) for message in catalog if words.key(message) not in english] == []
    assert list(catalog.obsolete) == []


def test_no_french_is_marked_as_doubtful(catalog: Catalog) -> None:
    assert [words.key(message) for message in catalog if message.id and message.fuzzy] == []


def test_french_has_the_placeholders_of_the_english(catalog: Catalog) -> None:
    wrong = []
    for message in catalog:
        if not message.id or not all(words.said(message)):
            continue
        allowed = [set(PLACEHOLDER.findall(english)) for english, _french in forms(message)]
        wrong += [english for english, french in forms(message) if set(PLACEHOLDER.findall(french)) not in allowed]
    assert wrong == []


def test_french_follows_french_typography(catalog: Catalog) -> None:
    breakable = re.compile(rf"(?<=\w) [:;?!%»]|« |[^\s{NO_BREAK}]»|«[^\s{NO_BREAK}]|\w'\w")
    texts = [french for message in catalog if message.id for _english, french in forms(message)]
    assert [text for text in texts if breakable.search(text)] == []


def test_the_committed_files_are_what_the_code_and_its_words_give(catalog: Catalog) -> None:
    po = words.as_po(words.french(words.extracted(), [catalog]))
    # what differs in a thousand entries would take minutes to lay out
    is_up_to_date = words.FRENCH.read_bytes() == po
    assert is_up_to_date, "run: make words"
    is_compiled = words.FRENCH.with_suffix(".mo").read_bytes() == words.as_mo(po)
    assert is_compiled, "run: make words"


def test_words_are_found_in_plain_and_in_counting_messages(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        'print(_("Open"), N_("Low"), ngettext("{n} task", "{n} tasks", 2))', encoding="utf-8"
    )
    found = {words.key(message): message.id for message in words.extracted(tmp_path) if message.id}
    assert found == {"Open": "Open", "Low": "Low", "{n} task": ("{n} task", "{n} tasks")}


def test_updating_keeps_words_drops_what_is_no_longer_said_and_reports_what_has_no_french(tmp_path: Path) -> None:
    path, more, page = tmp_path / "impactapp.po", tmp_path / "more.po", tmp_path / "page.py"
    page.write_text('print(_("Open"), _("Close"))', encoding="utf-8")
    more.write_text('msgid "Open"\nmsgstr "Ouvrir"\n', encoding="utf-8")
    assert words.update([more], path, tmp_path) == ["Close"]
    page.write_text('print(_("Open"))', encoding="utf-8")
    assert words.update([], path, tmp_path) == []
    assert {message.id: message.string for message in words.committed(path) if message.id} == {"Open": "Ouvrir"}
    before = path.read_bytes(), path.with_suffix(".mo").read_bytes()
    words.update([], path, tmp_path)
    assert (path.read_bytes(), path.with_suffix(".mo").read_bytes()) == before


def test_words_of_the_first_source_win() -> None:
    english, kept, better = Catalog(locale="fr"), Catalog(locale="fr"), Catalog(locale="fr")
    for message in ("Open", "Close"):
        english.add(message)
    kept.add("Open", "Ouvre")
    kept.add("Close", "Fermer")
    better.add("Open", "Ouvrir")
    catalog = words.french(english, [better, kept])
    assert {message.id: message.string for message in catalog if message.id} == {"Open": "Ouvrir", "Close": "Fermer"}
