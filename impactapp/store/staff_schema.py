"""The third step of the tables: where the staff works, what an official source counts, and scenarios."""

from impactapp.store.row_values import MOST_STAFF

_PERSONS = f"INTEGER CHECK ({{0}} BETWEEN 0 AND {MOST_STAFF})"
_FTE = f"REAL CHECK ({{0}} BETWEEN 0 AND {MOST_STAFF})"
_PART = "REAL CHECK ({0} BETWEEN 0 AND 1)"


def _columns(kind: str, *names: str) -> str:
    return ", ".join(f"{name} {kind.format(name)}" for name in names)


THIRD_SCHEMA = (
    "ALTER TABLE profession ADD COLUMN difference TEXT NOT NULL DEFAULT ''",
    # a service may change its site in the edit that removes the old one
    """
    CREATE TABLE unit (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
        site_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    f"""
    CREATE TABLE staff_line (
        profession_id TEXT NOT NULL REFERENCES profession (id), unit_id TEXT NOT NULL REFERENCES unit (id),
        position INTEGER NOT NULL, {_columns(_PERSONS, "headcount")}, {_columns(_FTE, "fte")},
        {_columns(_PERSONS, "experienced", "trainees")}, {_columns(_FTE, "departures", "vacancies")},
        PRIMARY KEY (profession_id, unit_id)
    ) STRICT
    """,
    """
    CREATE TABLE census (
        id TEXT PRIMARY KEY, source TEXT NOT NULL, year INTEGER NOT NULL, place TEXT NOT NULL, code TEXT NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE census_line (
        code TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, category TEXT NOT NULL,
        {_columns(_PERSONS, "headcount")}, {_columns(_FTE, "fte")}
    ) STRICT
    """,
    f"""
    CREATE TABLE scenario (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL,
        horizon INTEGER NOT NULL CHECK (horizon BETWEEN 1 AND 10), adoption TEXT NOT NULL, rule TEXT,
        {_columns(_PART, "control", "training", "drills", "departures")}, note TEXT NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE scenario_year (
        scenario_id TEXT NOT NULL REFERENCES scenario (id), position INTEGER NOT NULL,
        {_columns(_PART, "adopted")}, PRIMARY KEY (scenario_id, position)
    ) STRICT
    """,
    f"""
    CREATE TABLE scenario_use (
        scenario_id TEXT NOT NULL REFERENCES scenario (id), position INTEGER NOT NULL, title TEXT NOT NULL,
        {_columns(_PART, "share")}, PRIMARY KEY (scenario_id, position)
    ) STRICT
    """,
    "CREATE INDEX staff_of_unit ON staff_line (unit_id)",
    "CREATE INDEX service_of_site ON unit (site_id)",
)

STAFF_KEYS = {
    "unit": ("id",),
    "staff_line": ("profession_id", "unit_id"),
    "census": ("id",),
    "census_line": ("code",),
    "scenario": ("id",),
    "scenario_year": ("scenario_id", "position"),
    "scenario_use": ("scenario_id", "position"),
}
