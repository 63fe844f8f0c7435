"""Which official file this is: by its header alone, whatever it is called."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources import ilo, rome
from impactapp.exchange.sources.delimited import heading_of
from impactapp.exchange.sources.opening import BEGINNING, PACKED, files_inside, is_archive, read_bounded, tables_inside
from impactapp.exchange.sources.sae import is_sae_heading
from impactapp.exchange.sources.workbook import OLD_OR_ENCRYPTED, headings_of, is_workbook


class Kind(StrEnum):
    """Whose file it is."""

    SAE = "sae"
    ROME = "rome"
    ILO = "ilo"


@dataclass(frozen=True, slots=True)
class Brought:
    """Files by their kind, in the order they came."""

    sae: tuple[Path, ...] = ()
    rome: tuple[Path, ...] = ()
    ilo: tuple[Path, ...] = ()


def brought(paths: Iterable[Path]) -> Brought:
    """Files and what folders hold, by kind; raises ``ExchangeError`` on a file, or a folder, that is of none."""
    found: dict[Kind, list[Path]] = {kind: [] for kind in Kind}
    for path in paths:
        if path.is_dir():
            inside = [(one, kind) for one in files_inside(path) if (kind := kind_of(one)) is not None]
            if not inside:
                raise ExchangeError(Problem.SOURCE_FOLDER, path=path)
            for one, kind in inside:
                found[kind].append(one)
        else:
            found[recognise(path)].append(path)
    return Brought(*(tuple(found[kind]) for kind in Kind))


def kind_of(path: Path) -> Kind | None:
    """The kind of a file, ``None`` where it is of none or cannot be read."""
    try:
        return recognise(path)
    except ExchangeError:
        return None


def recognise(path: Path) -> Kind:
    """The kind of a file; raises ``ExchangeError``, which says why, where it is of none."""
    beginning = read_bounded(path, BEGINNING)
    if not beginning:
        raise ExchangeError(Problem.SOURCE_EMPTY, path=path)
    if beginning.startswith(OLD_OR_ENCRYPTED):
        raise ExchangeError(Problem.SOURCE_WORKBOOK_OLD, path=path)
    if is_archive(beginning):
        raise ExchangeError(Problem.SOURCE_ARCHIVE, path=path)
    if not beginning.startswith(PACKED):
        kind = _of_table(heading_of(beginning))
    elif is_workbook(path):
        kind = _of_workbook(path)
    else:
        kind = _of_archive(path)
    if kind is None:
        raise ExchangeError(Problem.SOURCE_UNKNOWN, path=path)
    return kind


def _of_table(heading: frozenset[str]) -> Kind | None:
    if is_sae_heading(heading):
        return Kind.SAE
    return Kind.ROME if rome.is_list_heading(heading) else None


def _of_archive(path: Path) -> Kind:
    for _name, _content in tables_inside(path, lambda beginning: is_sae_heading(heading_of(beginning))):
        return Kind.SAE
    raise ExchangeError(Problem.SOURCE_FOLDER, path=path)


def _of_workbook(path: Path) -> Kind | None:
    for title, header in headings_of(path, (*ilo.WORDS, *rome.WORDS)):
        if ilo.is_like_ours(header):
            return Kind.ILO
        if rome.is_like_tree(title, header):
            return Kind.ROME
    return None
