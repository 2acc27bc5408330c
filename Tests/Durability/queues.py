"""Letters that wait while their mail server is away, says later, says nothing, or says it one byte a second: all leave when it is back, and what
it never takes is shown. GEHOOR_LETTERS says how many; scripts/trust queues two thousand, and lets the server fall silent after DATA too.
"""
import collections
import os
import signal
import sqlite3
import threading
import time

from Tests.Durability.letters import eventually
from Tests.Durability.trouble import Browser
from Tests.Outside.api import API
from Tests.Outside.mail import MailServer, administrator, set_up, sign_in
from Tests.Outside.program import House
from Tests.Outside.report import same, test

COUNT = int(os.environ.get("GEHOOR_LETTERS", "80"))
AT_LENGTH = COUNT >= 1000
NEVER = 5


def states(house):
    """How many letters are in which state of their sending; those that wait for their first try under an empty name."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as connection:
        return collections.Counter(dict(connection.execute(
            "SELECT coalesce(d.state, ''), count(*) FROM letter l LEFT JOIN letter_delivery d ON d.letter_id = l.id GROUP BY 1")))


def register(house, token, addresses):
    """Registers a complaint for each address, by a few clients at once."""
    def client(mine):
        api = API(house.port, token)
        for address in mine:
            api.register(customer={"name": "Klant", "email": address})
        api.close()

    threads = [threading.Thread(target=client, args=(addresses[i::8],)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class Moods:
    """What the server is like, from one moment to the next."""

    def __init__(self, server):
        self.server = server

    def set(self, name, value=""):
        (self.server.folder / name).write_text(value)

    def end(self, name):
        (self.server.folder / name).unlink()


def go_through(house, server):
    """Every trouble in turn."""
    moods = Moods(server)
    time.sleep(4)
    same(len(server.kept()), 0, "letters while every greeting was 421")
    moods.end("down")
    server.end(signal.SIGKILL)
    time.sleep(4)
    moods.set("mode", "later")
    server.start()
    assert eventually(lambda: states(house)["later"] > 0, 60), f"nobody was told to come later: {states(house)}"
    if AT_LENGTH:
        moods.set("mode", "silent")
        assert eventually(lambda: states(house)["doubt"] > 0, 200), f"nothing is in doubt: {states(house)}"
    moods.set("mode", "slow")
    before = len(server.kept())
    assert eventually(lambda: len(server.kept()) > before, 120), "nothing got through at one byte a second"
    moods.end("mode")


@test(f"{COUNT} letters wait for a server that is away, says later and answers a byte a second: all leave, and what it never takes is shown")
def letters_that_wait():
    with House() as house, MailServer("odd_smtp.py", 1) as server:
        administrator(house)
        house.add_staff("Mara", "mara@huis.invalid", "manager", "intake")
        token = house.add_token("intake", "manager")
        house.start()
        browser = sign_in(Browser(house))
        set_up(house, browser, outgoing=server, plain=True)
        (server.folder / "down").write_text("")
        register(house, token, [f"klant{i}@odd.test" for i in range(COUNT)] + [f"never+{i}@odd.test" for i in range(NEVER)])
        go_through(house, server)
        eventually(lambda: states(house)["refused"] == NEVER and states(house)["accepted"] == COUNT, 900 if AT_LENGTH else 180)
        same(dict(states(house)), {"accepted": COUNT, "refused": NEVER}, "how the sending went")
        by_reader = collections.defaultdict(list)
        for letter in server.kept():
            by_reader[letter["To"]].append(letter["Message-ID"])
        same(len(by_reader), COUNT, "customers with a letter")
        doubled = [ids for ids in by_reader.values() if len(ids) > 1]
        same([ids for ids in doubled if len(set(ids)) > 1], [], "letters under two Message-IDs")
        if not AT_LENGTH:
            same(doubled, [], "letters that came twice")
        page = sign_in(Browser(house), "mara@huis.invalid").get("/brieven")[1]
        assert "554" in page and "never+0@odd.test" in page, "the page of letters does not tell what was refused"
        print(f"      {COUNT} delivered, {NEVER} refused and shown, {len(doubled)} came twice after an unanswered DATA")
