"""Bring a study file to the present version; each step rolls back whole when it fails."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp.store import schema

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations


def current_version() -> int:
    """The version this program writes."""
    return len(schema.STEPS)


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps the file has not seen, and stamp it as a study of the present version."""
    from sqlite_utils import Database  # 0.12 s that start-up and the opening of a present file do without

    _migrations().apply(Database(connection, strict=True, recursive_triggers=False))


def _migrations() -> "Migrations":
    from sqlite_utils import Migrations

    migrations = Migrations("impactapp")
    for version, (name, statements) in enumerate(schema.STEPS, 1):
        migrations(name=name)(_step(version, statements))
    return migrations


def _step(version: int, statements: tuple[str, ...]) -> Callable[["Database"], None]:
    def run(database: "Database") -> None:
        for statement in statements:
            database.execute(statement)
        # both are written with the step, in its transaction
        database.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {version}")

    return run
