"""A copy of a study that others may be writing to, and what it holds."""

from contextlib import closing
from pathlib import Path

from impactapp.domain.study import Study
from impactapp.store import connection as connections
from impactapp.store.errors import StoreError, refusals_about
from impactapp.store.header import read_header
from impactapp.store.reading import copy_database, read_study


def copy_study(path: Path, target: Path) -> Study:
    """Copy a file as it is between two edits, its log included, to a path that is free; gives the study in the copy.

    Raises ``StoreError`` about the file that was copied.
    """
    header = read_header(path)
    with refusals_about(path), closing(connections.connect_for_reading(path, is_wal=header.is_wal)) as connection:
        copy_database(connection, target)
    try:
        return read_study(target)
    except StoreError as error:
        raise StoreError(error.problem, **{**error.values, "path": path}) from error
