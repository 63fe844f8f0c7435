"""The tables of a study file, version by version; a step that was shipped is never edited again."""

from impactapp.store.staff_schema import STAFF_KEYS, THIRD_SCHEMA

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

# What each version added to the tables before it, with what holds in a file that was never asked.
ADDED_COLUMNS = {
    2: {"study": {"exposure_rule": "'weighted'"}, "task": {"human_validates": "0"}},
    3: {"profession": {"difference": "''"}},
}

# The bounds are those of the edits. What may gain a word one day (kind, state) has no list of words here: SQLite cannot
# change a check without copying the table.
SECOND_SCHEMA = (
    "ALTER TABLE study ADD COLUMN exposure_rule TEXT NOT NULL DEFAULT 'weighted'",
    "ALTER TABLE task ADD COLUMN human_validates INTEGER NOT NULL DEFAULT 0 CHECK (human_validates IN (0, 1))",
    """
    CREATE TABLE skill (
        id TEXT PRIMARY KEY, profession_id TEXT NOT NULL REFERENCES profession (id), position INTEGER NOT NULL,
        title TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
        criticality INTEGER NOT NULL CHECK (criticality BETWEEN 1 AND 3),
        retention TEXT NOT NULL CHECK (retention IN ('accuracy', 'mixed', 'speed')),
        experienced INTEGER CHECK (experienced BETWEEN 0 AND 1000000),
        trainees INTEGER CHECK (trainees BETWEEN 0 AND 1000000),
        baseline_hours REAL CHECK (baseline_hours > 0 AND baseline_hours <= 744), source TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE link (
        skill_id TEXT NOT NULL REFERENCES skill (id), task_id TEXT NOT NULL REFERENCES task (id),
        intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 3),
        stage TEXT CHECK (stage IN ('theory', 'practice', 'metacognition')),
        formative INTEGER NOT NULL CHECK (formative IN (0, 1)),
        PRIMARY KEY (skill_id, task_id)
    ) STRICT
    """,
    """
    CREATE TABLE barrier (
        id TEXT PRIMARY KEY, profession_id TEXT NOT NULL REFERENCES profession (id), position INTEGER NOT NULL,
        title TEXT NOT NULL, code TEXT NOT NULL,
        against TEXT NOT NULL CHECK (against IN ('atrophy', 'non_acquisition', 'both')),
        hours_per_month REAL CHECK (hours_per_month > 0 AND hours_per_month <= 744), owner TEXT NOT NULL, start TEXT,
        review TEXT CHECK (review >= start), state TEXT NOT NULL,
        team_hours REAL CHECK (team_hours BETWEEN 0 AND 100000), note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE barrier_skill (
        barrier_id TEXT NOT NULL REFERENCES barrier (id), skill_id TEXT NOT NULL REFERENCES skill (id),
        position INTEGER NOT NULL,
        PRIMARY KEY (barrier_id, skill_id)
    ) STRICT
    """,
    "CREATE INDEX skill_in_order ON skill (profession_id, position)",
    "CREATE INDEX barrier_in_order ON barrier (profession_id, position)",
    """
    CREATE TABLE sitting (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, day TEXT, place TEXT NOT NULL,
        rounds INTEGER NOT NULL CHECK (rounds BETWEEN 1 AND 5), scope TEXT NOT NULL,
        agreement REAL NOT NULL CHECK (agreement BETWEEN majority AND 1),
        majority REAL NOT NULL CHECK (majority BETWEEN 0 AND 1),
        least_shown INTEGER NOT NULL CHECK (least_shown BETWEEN 1 AND 50),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)), training INTEGER NOT NULL CHECK (training IN (0, 1)),
        about_none INTEGER NOT NULL CHECK (about_none IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE sitting_profession (
        sitting_id TEXT NOT NULL REFERENCES sitting (id), profession_id TEXT NOT NULL REFERENCES profession (id),
        position INTEGER NOT NULL,
        PRIMARY KEY (sitting_id, profession_id)
    ) STRICT
    """,
    """
    CREATE TABLE sitting_group (
        sitting_id TEXT NOT NULL REFERENCES sitting (id), id TEXT NOT NULL, position INTEGER NOT NULL,
        kind TEXT NOT NULL, size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 1000), title TEXT NOT NULL,
        PRIMARY KEY (sitting_id, id)
    ) STRICT
    """,
    # a talk outlives its activity, for the minutes: no reference there
    """
    CREATE TABLE talk (
        sitting_id TEXT NOT NULL REFERENCES sitting (id), task_id TEXT NOT NULL, position INTEGER NOT NULL,
        title TEXT NOT NULL, profession TEXT NOT NULL, round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 5),
        seconds INTEGER NOT NULL CHECK (seconds >= 0), parked INTEGER NOT NULL CHECK (parked IN (0, 1)),
        settled INTEGER NOT NULL CHECK (settled IN (0, 1)), dissent INTEGER NOT NULL CHECK (dissent >= 0),
        dissent_text TEXT NOT NULL, note TEXT NOT NULL,
        PRIMARY KEY (sitting_id, task_id)
    ) STRICT
    """,
    # what voters said stands by its key: a rowid would tell in which order it came
    """
    CREATE TABLE tally (
        sitting_id TEXT NOT NULL, task_id TEXT NOT NULL, round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 5),
        aspect TEXT NOT NULL CHECK (aspect IN ('maturity', 'acceptability', 'roi', 'substitution')),
        hypothesis TEXT NOT NULL CHECK (hypothesis IN ('', 'low', 'high')), group_id TEXT NOT NULL,
        faible INTEGER NOT NULL CHECK (faible >= 0), moyen INTEGER NOT NULL CHECK (moyen >= 0),
        fort INTEGER NOT NULL CHECK (fort >= 0), waiting_faible INTEGER NOT NULL CHECK (waiting_faible >= 0),
        waiting_moyen INTEGER NOT NULL CHECK (waiting_moyen >= 0),
        waiting_fort INTEGER NOT NULL CHECK (waiting_fort >= 0), apart INTEGER NOT NULL CHECK (apart >= 0),
        PRIMARY KEY (sitting_id, task_id, round, aspect, hypothesis, group_id),
        FOREIGN KEY (sitting_id, task_id) REFERENCES talk (sitting_id, task_id),
        FOREIGN KEY (sitting_id, group_id) REFERENCES sitting_group (sitting_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE vote_pool (
        sitting_id TEXT NOT NULL, task_id TEXT NOT NULL, round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 5),
        aspect TEXT NOT NULL CHECK (aspect IN ('maturity', 'acceptability', 'roi', 'substitution')),
        hypothesis TEXT NOT NULL CHECK (hypothesis IN ('', 'low', 'high')),
        faible INTEGER NOT NULL CHECK (faible >= 0), moyen INTEGER NOT NULL CHECK (moyen >= 0),
        fort INTEGER NOT NULL CHECK (fort >= 0), waiting_faible INTEGER NOT NULL CHECK (waiting_faible >= 0),
        waiting_moyen INTEGER NOT NULL CHECK (waiting_moyen >= 0),
        waiting_fort INTEGER NOT NULL CHECK (waiting_fort >= 0),
        PRIMARY KEY (sitting_id, task_id, round, aspect, hypothesis),
        FOREIGN KEY (sitting_id, task_id) REFERENCES talk (sitting_id, task_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE self_position (
        sitting_id TEXT NOT NULL, moment TEXT NOT NULL CHECK (moment IN ('before', 'after')), group_id TEXT NOT NULL,
        one INTEGER NOT NULL CHECK (one >= 0), two INTEGER NOT NULL CHECK (two >= 0),
        three INTEGER NOT NULL CHECK (three >= 0), four INTEGER NOT NULL CHECK (four >= 0),
        PRIMARY KEY (sitting_id, moment, group_id),
        FOREIGN KEY (sitting_id, group_id) REFERENCES sitting_group (sitting_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE survey_item (
        sitting_id TEXT NOT NULL REFERENCES sitting (id), number INTEGER NOT NULL CHECK (number >= 1),
        text TEXT NOT NULL,
        one INTEGER NOT NULL CHECK (one >= 0), two INTEGER NOT NULL CHECK (two >= 0),
        three INTEGER NOT NULL CHECK (three >= 0), four INTEGER NOT NULL CHECK (four >= 0),
        PRIMARY KEY (sitting_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE received_ballot (
        sitting_id TEXT NOT NULL REFERENCES sitting (id), number TEXT NOT NULL,
        PRIMARY KEY (sitting_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    # without them SQLite reads a whole table for each activity or skill that is removed
    "CREATE INDEX link_of_task ON link (task_id)",
    "CREATE INDEX barrier_of_skill ON barrier_skill (skill_id)",
    "CREATE INDEX sitting_of_profession ON sitting_profession (profession_id)",
)

# Each step brings a file one version up; the version is the number of steps it has seen.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("first_schema", FIRST_SCHEMA),
    ("second_schema", SECOND_SCHEMA),
    ("third_schema", THIRD_SCHEMA),
)

KEYS = {
    "study": ("id",),
    "definition": ("key",),
    "profession": ("id",),
    "task": ("id",),
    "judgement": ("task_id", "hypothesis", "aspect"),
    "skill": ("id",),
    "link": ("skill_id", "task_id"),
    "barrier": ("id",),
    "barrier_skill": ("barrier_id", "skill_id"),
    "sitting": ("id",),
    "sitting_profession": ("sitting_id", "profession_id"),
    "sitting_group": ("sitting_id", "id"),
    "talk": ("sitting_id", "task_id"),
    "tally": ("sitting_id", "task_id", "round", "aspect", "hypothesis", "group_id"),
    "vote_pool": ("sitting_id", "task_id", "round", "aspect", "hypothesis"),
    "self_position": ("sitting_id", "moment", "group_id"),
    "survey_item": ("sitting_id", "number"),
    "received_ballot": ("sitting_id", "number"),
    **STAFF_KEYS,
}
WITHOUT_ROWID = ("tally", "vote_pool", "self_position", "survey_item", "received_ballot")

_ANSWERS = frozenset(("one", "two", "three", "four"))
# What the log never repeats, for it keeps for ever in which order things were said: whole tables, or some columns.
UNLOGGED: dict[str, frozenset[str] | None] = {
    "tally": None,
    "vote_pool": None,
    "received_ballot": None,
    "self_position": None,
    "survey_item": _ANSWERS,
}
