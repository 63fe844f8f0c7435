"""The words of the interface: extracted from the code, kept in one French .po, compiled to one .mo.

`python -m tests.words [MORE.po]...` updates both files; words of the files named win over those already there.
The dates in the header are fixed so that the same words always give the same bytes.
"""

import io
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "impactapp"
FRENCH = ROOT / "resources" / "locale" / "fr" / "LC_MESSAGES" / "impactapp.po"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
DATE = datetime(2026, 11, 22, tzinfo=UTC)


def key(message: Message) -> str:
    """The English a message is found by: its singular."""
    return message.id if isinstance(message.id, str) else message.id[0]


def said(message: Message) -> tuple[str, ...]:
    """The words of a message, one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def extracted(package: Path = PACKAGE) -> Catalog:
    """Every message of the code, without words; a plural form of a message wins over its singular alone."""
    catalog = _empty()
    found = extract_from_dir(str(package), method_map=[("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, _comments, _context in sorted(
        found, key=lambda entry: (str(entry[2]), entry[0], entry[1])
    ):
        catalog.add(message)
    return catalog


def committed(path: Path = FRENCH) -> Catalog:
    """The words of a .po file."""
    with path.open("rb") as file:
        return read_po(file, locale="fr", abort_invalid=True)


def french(messages: Catalog, sources: Iterable[Catalog]) -> Catalog:
    """The messages with their French words, each from the first source that has them."""
    words: dict[str, tuple[str, ...]] = {}
    for source in sources:
        for message in source:
            if message.id and not message.fuzzy and said(message) and all(said(message)):
                words.setdefault(key(message), said(message))
    catalog = _empty()
    for message in messages:
        if message.id:
            catalog.add(message.id, _shaped(message, words.get(key(message), ("",))), flags=message.flags)
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The bytes of the .po file."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_output=True, width=120)
    return buffer.getvalue()


def as_mo(po: bytes) -> bytes:
    """The bytes of the .mo file compiled from those of the .po file."""
    buffer = io.BytesIO()
    write_mo(buffer, read_po(io.BytesIO(po), locale="fr"))
    return buffer.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """The English of messages that have no French."""
    return [key(message) for message in catalog if message.id and not all(said(message) or [""])]


def update(more: Iterable[Path] = (), path: Path = FRENCH, package: Path = PACKAGE) -> list[str]:
    """Rewrite .po and .mo from the code; what still has no French is returned."""
    sources = [committed(extra) for extra in more]
    if path.exists():
        sources.append(committed(path))
    catalog = french(extracted(package), sources)
    po = as_po(catalog)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po)
    path.with_suffix(".mo").write_bytes(as_mo(po))
    return missing(catalog)


def _empty() -> Catalog:
    return Catalog(
        locale="fr",
        project="impactapp",
        version="1",
        fuzzy=False,
        charset="utf-8",
        header_comment="# French words of impactapp.",
        creation_date=DATE,
        revision_date=DATE,
        last_translator="impactapp contributors",
        language_team="French",
        msgid_bugs_address="",
    )


def _shaped(message: Message, words: tuple[str, ...]) -> str | tuple[str, ...]:
    return words[0] if isinstance(message.id, str) else (words * 2)[:2]


if __name__ == "__main__":
    untranslated = update(Path(name) for name in sys.argv[1:])
    for english in untranslated:
        print("no French:", repr(english[:110]))
    sys.exit(bool(untranslated))
