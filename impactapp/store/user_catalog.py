"""The user's own catalogue: professions of their studies kept as templates, one file each, in their local folder."""

import os
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from impactapp import paths
from impactapp.domain.catalog_search import plain
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.profession import Profession
from impactapp.domain.text import clean_title, same_title
from impactapp.store.catalog_file import CatalogEntry, read_entry
from impactapp.store.catalog_writing import entry_of, text_of
from impactapp.store.drafts import draft_beside
from impactapp.store.errors import StoreError, refusals_about

SUFFIX = ".toml"
LARGEST = 1_000_000  # bytes; a profession takes about ten thousand
_LONGEST_CODE = 60
Files = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class OwnCatalog:
    """The templates by title, and what is to be said of the files that cannot be read."""

    entries: tuple[CatalogEntry, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A template that was written or taken away; ``former`` is the text of its file before, empty if there was none."""

    entry: CatalogEntry
    former: str


def own_files() -> Files:
    """The files of the templates, with what changes when they are edited."""
    with suppress(FileNotFoundError), os.scandir(_folder()) as folder:
        found = [(file.path, file.stat()) for file in folder if file.name.endswith(SUFFIX) and file.is_file()]
        return tuple(sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in found))
    return ()


def own_catalog() -> OwnCatalog:
    """The templates; a file that is wrong hides none of the others."""
    return read_own(own_files())


@lru_cache(maxsize=1)
def read_own(files: Files) -> OwnCatalog:
    """The templates of some files."""
    entries: list[CatalogEntry] = []
    refused: list[Refusal] = []
    for name, _edited, _size in files:
        path = Path(name)
        try:
            # the name of the file is unique, unlike a code that was given elsewhere
            entries.append(replace(_read(path), code=path.stem))
        except Refusal as refusal:
            refused.append(refusal)
    return OwnCatalog(tuple(sorted(entries, key=lambda entry: plain(entry.title))), tuple(refused))


def keep(profession: Profession) -> Kept:
    """Keep a profession as a template; the template of the same title, if there is one, is replaced."""
    known = next((one for one in own_catalog().entries if same_title(one.title, profession.title)), None)
    code = known.code if known else _free_code(profession.title)
    entry = entry_of(profession, code)
    if known is not None:
        entry = replace(entry, feminine=known.feminine, synonyms=known.synonyms)
    return _written(entry)


def rename(code: str, title: str) -> Kept:
    """Give a template another title; its code stays, by which studies know it."""
    entry = _known(code)
    cleaned = clean_title(title)
    for other in own_catalog().entries:
        if other.code != code and same_title(other.title, cleaned):
            raise StoreError(Problem.TITLE_TAKEN, title=cleaned)
    return _written(replace(entry, title=cleaned))


def remove(code: str) -> Kept:
    """Take a template away."""
    entry, path = _known(code), _path(code)
    with refusals_about(path):
        former = path.read_text(encoding="utf-8")
        path.unlink()
    return Kept(entry, former)


def put_back(kept: Kept) -> None:
    """Undo: the file as it was before, or none."""
    path = _path(kept.entry.code)
    if kept.former:
        _write(path, kept.former)
        return
    with refusals_about(path):
        path.unlink(missing_ok=True)


def export(code: str, target: Path) -> None:
    """Write a template to a file for somebody else, in place of what is there."""
    _write(target, text_of(_known(code)))


def take(path: Path) -> CatalogEntry:
    """Take a catalogue file over as a template; one that is there word for word stays as it is, none is replaced."""
    entry = _read(path)
    if entry.published is not None:
        # a published matrix is shown by the demonstration only
        entry = replace(entry, published=None)
    same = next((one for one in own_catalog().entries if replace(one, code=entry.code) == entry), None)
    return same or _written(replace(entry, code=_free_code(entry.code))).entry


def _read(path: Path) -> CatalogEntry:
    with refusals_about(path):
        if path.stat().st_size > LARGEST:
            raise StoreError(Problem.CATALOG_UNREADABLE, path=path, line=1)
    return read_entry(path, own=True)


def _written(entry: CatalogEntry) -> Kept:
    path = _path(entry.code)
    with refusals_about(path):
        former = path.read_text(encoding="utf-8") if path.exists() else ""
    _write(path, text_of(entry))
    return Kept(entry, former)


def _write(path: Path, text: str) -> None:
    with refusals_about(path.parent):
        if path.parent == _folder():
            path.parent.mkdir(parents=True, exist_ok=True)
    with draft_beside(path, replace=True) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def _known(code: str) -> CatalogEntry:
    for entry in own_catalog().entries:
        if entry.code == code:
            return entry
    raise StoreError(Problem.CATALOG_UNKNOWN_CODE, code=code)


def _free_code(title: str) -> str:
    """A code of the letters of a title that no profession bears, shipped or one's own."""
    words = re.findall(r"[a-z0-9]+", plain(unicodedata.normalize("NFKC", title)))
    wanted = "-".join(words)[:_LONGEST_CODE].strip("-") or "metier"
    number, free = 1, wanted
    while _path(free).exists() or (paths.job_catalog() / f"{free}{SUFFIX}").exists():
        number += 1
        free = f"{wanted}-{number}"
    return free


def _path(code: str) -> Path:
    return _folder() / f"{code}{SUFFIX}"


def _folder() -> Path:
    return paths.user_data() / "catalogue"
