"""Houses to measure: filled by the program itself, with people who can sign in."""
import collections
import datetime
import http.client
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from Tests.Outside.api import API
from Tests.Outside.program import BINARY, PASSWORD, House

YEARS, SEED = 5, 1


def demo(house, complaints):
    """Fills an empty house; how many complaints that did in a second."""
    began = time.monotonic()
    words = ["demo", "--data", house.folder, "--complaints", str(complaints), "--years", str(YEARS), "--seed", str(SEED)]
    subprocess.run([BINARY, *words], check=True, capture_output=True, text=True)
    return complaints / (time.monotonic() - began)


def kept(house, complaints, shelf):
    """Fills a house from the shelf, where one of this size and program may stand from before; the rate when it was made."""
    made = shelf / f"{complaints}-{os.stat(BINARY).st_mtime_ns}"
    note = made / "demo-rate"
    if not note.exists():
        shutil.rmtree(made, ignore_errors=True)
        rate = demo(house, complaints)
        shutil.copytree(house.folder, made)
        note.write_text(f"{rate}\n")
    else:
        shutil.rmtree(house.folder)
        shutil.copytree(made, house.folder)
        pathlib.Path(house.folder, "demo-rate").unlink()
    return float(note.read_text())


def people(house):
    """Somebody of each kind that is measured, and a program."""
    house.add_staff("Henk", "henk@huis.invalid", "handler")
    house.add_staff("Dirk", "dirk@huis.invalid", "management")
    house.add_staff("Maria", "maria@huis.invalid", "manager")
    return house.add_token("intake", "manager", "handler")


def signed_in(house, email):
    """The cookie of a session."""
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
    connection.request("POST", "/aanmelden", form, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    assert answer.status == 303, f"signing in: {answer.status}"
    return answer.getheader("Set-Cookie").split(";")[0]


def numbers(house, count):
    """The numbers of complaints from all over the house that anybody may read, as they stand in addresses."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT number FROM complaint WHERE is_confidential = 0 AND about_staff IS NULL ORDER BY number LIMIT ?", (count,))
        return [f"{n[:4]}-{n[4:8]}-{n[8]}" for (n,) in rows]


def open_complaints(house):
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as db:
        return db.execute("SELECT count(*) FROM complaint WHERE is_open = 1").fetchone()[0]


def keep_open(house, token, wanted):
    """Registers until so many complaints are open: of the last five weeks, four in five handled by somebody."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as db:
        handlers = [email for (email,) in db.execute("SELECT email FROM staff WHERE is_active = 1 AND ',' || roles || ',' LIKE '%,handler,%'")]
    missing, now = max(0, wanted - open_complaints(house)), time.time()

    def register(share):
        api = API(house.port, token)
        for turn in share:
            received = datetime.datetime.fromtimestamp(now - turn * 35 * 86_400 / missing, datetime.timezone.utc).isoformat(timespec="seconds")
            number = api.register(story=f"{turn}: de monteur kwam niet opdagen.", receivedAt=received)["number"]
            if turn % 5:
                api.act(number, "assign", {"handler": handlers[turn % len(handlers)]})
        api.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(register, [range(first, missing, 8) for first in range(8)]))


def words_with_hits(house, wanted):
    """For each wanted number of hits the word whose number of stories comes nearest, with that number."""
    found = collections.Counter()
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as db:
        for (story,) in db.execute("SELECT body FROM passage WHERE slot = 'story'"):
            found.update(set(re.findall(r"[a-z]{6,}", story.lower())))
    return [min(found.items(), key=lambda item: (abs(item[1] - hits), item[0])) for hits in wanted]


def memory(process):
    """Proportional set size in MiB."""
    text = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", text, re.M)[1]) / 1024


def start_time(house):
    """Seconds from starting the program, after a clean stop, to its first answer."""
    house.stop()
    began = time.monotonic()
    house.process = subprocess.Popen(
        [BINARY, "serve", "--data", house.folder, "--host", "127.0.0.1", "--port", str(house.port)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=5)
            connection.request("GET", "/klacht")
            assert connection.getresponse().status == 200
            return time.monotonic() - began
        except OSError:
            assert time.monotonic() - began < 60, "it did not start"
            time.sleep(0.005)
