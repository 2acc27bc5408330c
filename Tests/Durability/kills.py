"""kill -9 while 16 clients register complaints: what the server acknowledged is there afterwards, once, and the chains hold.

The ledger is kept here, outside the server. Answers that never came are in doubt: such a complaint may be there or not."""
import collections
import http.client
import os
import sqlite3
import threading
import time

from Tests.Outside.api import API
from Tests.Outside.program import House, command
from Tests.Outside.report import same, test

ROUNDS, ACKNOWLEDGED, CLIENTS = int(os.environ.get("GEHOOR_KILLS", "3")), 200, 16


class Ledger:
    """Numbers and stories of what was acknowledged."""

    def __init__(self):
        self.lock = threading.Lock()
        self.stories = {}

    def add(self, number, story):
        with self.lock:
            assert number not in self.stories, f"{number} was given out twice"
            self.stories[number] = story

    def __len__(self):
        with self.lock:
            return len(self.stories)


def client(house, token, ledger, mark, faults, ended):
    """Registers until the server is gone."""
    api = API(house.port, token)
    for turn in range(1_000_000):
        story = f"{mark}-{turn}: de bus reed door terwijl ik bij de halte stond."
        try:
            complaint = api.register(story=story)
        except (OSError, http.client.HTTPException, ValueError):
            if ended.is_set():
                return
            continue
        except AssertionError as fault:
            faults.append(fault)
            return
        ledger.add(complaint["number"], story)


def kill_amid_registrations(house, token, ledger, turn):
    """One round: registers with all clients at once, and kills once enough was acknowledged. Returns how many were."""
    before, faults, ended = len(ledger), [], threading.Event()
    clients = [
        threading.Thread(target=client, args=(house, token, ledger, f"{turn}-{i}", faults, ended), daemon=True) for i in range(CLIENTS)]
    for thread in clients:
        thread.start()
    deadline = time.monotonic() + 180
    while len(ledger) < before + ACKNOWLEDGED and not faults and time.monotonic() < deadline:
        time.sleep(0.002)
    ended.set()
    house.kill()
    for thread in clients:
        thread.join(timeout=70)
    if faults:
        raise faults[0]
    return len(ledger) - before


def check_against_ledger(house, api, ledger):
    """Every acknowledged complaint is there: in the list exactly once, and by its number with its own story."""
    listed, path = [], "/complaints?limit=200"
    while path:
        status, page = api.ask("GET", path)
        same(status, 200, "the list")
        listed += [complaint["number"] for complaint in page["complaints"]]
        path = page["next"] and f"/complaints?limit=200&cursor={page['next']}"
    counts = collections.Counter(listed)
    same([number for number in ledger.stories if counts[number] != 1], [], "acknowledged, but not there exactly once")
    same([number for number, count in counts.items() if count > 1], [], "there more than once")
    for number, story in ledger.stories.items():
        status, complaint = api.ask("GET", f"/complaints/{number}")
        same((status, complaint.get("story")), (200, story), number)


def check_database(house):
    """SQLite's own full check, on the house at rest."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as connection:
        same(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)], "integrity_check")
        same(connection.execute("PRAGMA foreign_key_check").fetchall(), [], "foreign_key_check")


@test(f"kill -9 during registrations, {ROUNDS} rounds of {ACKNOWLEDGED} acknowledged: none missing, none doubled, no chain broken")
def no_acknowledged_complaint_is_lost():
    with House() as house:
        token, ledger = house.add_token("intake", "manager"), Ledger()
        for turn in range(ROUNDS):
            house.start()
            acknowledged = kill_amid_registrations(house, token, ledger, turn)
            assert acknowledged >= ACKNOWLEDGED, f"only {acknowledged} were acknowledged"
            house.start()
            api = API(house.port, token)
            check_against_ledger(house, api, ledger)
            command("verify", "--data", house.folder)
            api.close()
            house.stop()
            check_database(house)
            print(f"      round {turn + 1}: {acknowledged} acknowledged before the kill, {len(ledger)} in the ledger, all there")
