"""The tables of a study file, version by version; a step that was shipped is never edited again."""

APPLICATION_ID = 0x494D5041  # "IMPA", at byte 68 of the file; resources/linux/impactapp.xml tells the desktop

# Levels, hypotheses and aspects are words so that the file can be read with any SQLite tool.
FIRST_SCHEMA = (
    """
    CREATE TABLE study (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, establishment TEXT NOT NULL, authors TEXT NOT NULL,
        purpose TEXT NOT NULL, day TEXT, origin TEXT NOT NULL, rule TEXT NOT NULL, custom_faible REAL,
        custom_moyen REAL, custom_fort REAL, weighting TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE definition (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT",
    """
    CREATE TABLE profession (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, category TEXT NOT NULL,
        headcount INTEGER CHECK (headcount >= 0), fte REAL CHECK (fte >= 0), code TEXT NOT NULL, family TEXT NOT NULL,
        rome TEXT NOT NULL, isco08 TEXT NOT NULL, source TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE task (
        id TEXT PRIMARY KEY, profession_id TEXT NOT NULL REFERENCES profession (id), position INTEGER NOT NULL,
        title TEXT NOT NULL, share REAL CHECK (share BETWEEN 0 AND 1)
    ) STRICT
    """,
    """
    CREATE TABLE judgement (
        task_id TEXT NOT NULL REFERENCES task (id),
        hypothesis TEXT NOT NULL CHECK (hypothesis IN ('low', 'high')),
        aspect TEXT NOT NULL CHECK (aspect IN ('maturity', 'acceptability', 'roi', 'substitution')),
        level TEXT CHECK (level IN ('faible', 'moyen', 'fort')), text TEXT NOT NULL,
        PRIMARY KEY (task_id, hypothesis, aspect)
    ) STRICT
    """,
    """
    CREATE TABLE edit_log (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE edit_change (
        number INTEGER PRIMARY KEY, edit INTEGER NOT NULL REFERENCES edit_log (number), table_name TEXT NOT NULL,
        row_id TEXT NOT NULL, old TEXT, new TEXT
    ) STRICT
    """,
    "CREATE INDEX task_in_order ON task (profession_id, position)",
    *(
        f"CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        for table in ("edit_log", "edit_change")
        for verb, when in (
            ("UPDATE", ""),
            ("DELETE", ""),
            # INSERT OR REPLACE deletes without asking the trigger on DELETE
            ("INSERT", f"WHEN EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number) "),
        )
    ),
)

# Each step brings a file one version up; the version is the number of steps it has seen.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (("first_schema", FIRST_SCHEMA),)

KEYS = {
    "study": ("id",),
    "definition": ("key",),
    "profession": ("id",),
    "task": ("id",),
    "judgement": ("task_id", "hypothesis", "aspect"),
}
