"""What this machine can do at most, measured in the same run: commits of SQLite that are on the disk before the next begins."""
import os
import sqlite3
import tempfile
import time


def commits(folder, *, rows=1, seconds=3):
    """Rows a second in bare commits of `rows` rows with a story each, synchronous=FULL, by a loop in Python."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch, sqlite3.connect(os.path.join(scratch, "bare"), isolation_level=None) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE story (id INTEGER PRIMARY KEY, words TEXT)")
        story, done, began = "woord " * 100, 0, time.monotonic()
        while time.monotonic() - began < seconds:
            bare.execute("BEGIN")
            bare.executemany("INSERT INTO story (words) VALUES (?)", [(story,)] * rows)
            bare.execute("COMMIT")
            done += rows
        return done / (time.monotonic() - began)
