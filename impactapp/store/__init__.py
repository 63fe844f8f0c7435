"""The study in its SQLite file and the shipped catalogue; the only floor that may import sqlite3 and sqlite_utils."""
