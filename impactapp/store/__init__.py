"""The study in its SQLite file and the shipped catalogue; the only floor that may import sqlite3 and sqlite_utils.

May import ``labels`` and the floors below. sqlite_utils and filelock are imported where they are used, because they
cost more than all the rest of start-up.
"""
