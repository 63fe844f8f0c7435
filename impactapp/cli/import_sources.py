"""The files of an import by what they are: ballots, workbooks of ours, or lists that somebody else made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from impactapp.cli.import_foreign import read_foreign
from impactapp.domain.incoming import Cell, Field, Reading, Refused
from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study

_BALLOT = b"impactapp/ballot"
_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of how files are to be read."""

    by_text: bool
    profession: str
    sheet: str | None
    columns: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """One file: what it says, or why it is refused; ``is_asked`` says that it lost its identifiers.

    ``columns`` are those of somebody else's list, by heading; ``remarks`` are worth saying, and keep nothing out.
    """

    path: Path
    reading: Reading | None
    refused: tuple[Refused, ...] = ()
    is_asked: bool = False
    columns: tuple[tuple[str, Field], ...] = ()
    remarks: tuple[Refused, ...] = ()


def is_for_ballots(files: Sequence[Path], has_sitting: bool) -> bool:
    """Whether any of the files is a ballot, or none is anything at all."""
    present = [path for path in files if path.is_file()]
    if not present:
        return all(path.suffix == "" for path in files)
    return has_sitting or any(_is_ballot(path) for path in present)


def read_sources(files: Sequence[Path], study: Study, asked: Asked) -> tuple[Source, ...]:
    """Read each file; a refused one is told, and does not keep the others from being read.

    Raises the refusal of the only file there is.
    """
    sources = []
    for path in files:
        try:
            sources.append(_read(path, study, asked))
        except Refusal as refusal:
            if len(files) == 1:
                raise
            sources.append(Source(path, None, (Refused.of(Cell(path.name), refusal),)))
    return tuple(sources)


def _read(path: Path, study: Study, asked: Asked) -> Source:
    from impactapp.exchange.foreign.tables import is_packed
    from impactapp.exchange.incoming.ours import is_ours, read_ours
    from impactapp.exchange.incoming.sheets import read_workbook

    if is_packed(path):
        workbook = read_workbook(path)
        if is_ours(workbook):
            reading = read_ours(workbook, study, by_text=asked.by_text)
            remarks = tuple(one for one in reading.refused if one.is_remark)
            kept = tuple(one for one in reading.refused if one not in remarks)
            return Source(path, replace(reading, refused=kept), is_asked=not reading.has_ids, remarks=remarks)
    found = read_foreign(path, study, asked.profession, asked.sheet, asked.columns)
    return Source(path, found.reading, columns=found.columns, remarks=found.remarks)


def _is_ballot(path: Path) -> bool:
    """Whether a workbook says of itself that it is one; nothing else of it is read."""
    from impactapp.exchange.incoming.archive import opened

    if path.suffix.lower() not in _WORKBOOKS:
        return False
    try:
        with opened(path) as archive:
            parts = [name for name in archive.names() if name.startswith(("xl/sharedStrings", "xl/worksheets/sheet"))]
            return any(_BALLOT in archive.parts.read(name) for name in parts)
    except Refusal:
        return False
