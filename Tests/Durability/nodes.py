"""Two nodes on PostgreSQL, under load, while the server or a node is killed: what was acknowledged is there, once, and work goes on soon.

Each client keeps a ledger here, outside of all of it. A request whose answer was lost is sent again under its own key, to the other node, until
there is an answer: so nothing stays in doubt, and what is there twice is a fault."""
import dataclasses
import http.client
import os
import random
import shutil
import threading
import time

from Tests.Durability.kills import Ledger, check_against_ledger
from Tests.Durability.trouble import Browser
from Tests.Outside.api import API
from Tests.Outside.postgres import NoServer, Server, ask
from Tests.Outside.program import PASSWORD, House
from Tests.Outside.report import NotHere, same, test

ROUNDS, ACKNOWLEDGED, CLIENTS = int(os.environ.get("GEHOOR_NODE_ROUNDS", "2")), 100, 16
# Seconds until work goes on.
MOST_AWAY = 15
HANDLER = "henk@huis.invalid"


class Nodes:
    """A server, and two nodes that share a house on it."""

    def __init__(self, settings=""):
        """`settings`: more lines of postgresql.conf."""
        try:
            self.server = Server(settings)
        except NoServer as why:
            raise NotHere(str(why)) from why

    def __enter__(self):
        self.address = self.server.new_database()
        self.all = [House(self.address), House(self.address)]
        first, second = self.all
        first.add_staff("Henk Behandelaar", HANDLER, "handler")
        self.token = first.add_token("intake", "manager", "handler")
        # Keys go by hand from node to node.
        shutil.copytree(os.path.join(first.folder, "secrets"), os.path.join(second.folder, "secrets"))
        return self

    def __exit__(self, *_):
        for node in self.all:
            node.__exit__()
        self.server.remove()

    def start(self):
        for node in self.all:
            node.start()


class Client:
    """Registers and assigns, one complaint after another, each request until it is answered; on the other node when one does not answer."""

    def __init__(self, nodes, ledger, mark):
        self.apis = [API(node.port, nodes.token) for node in nodes.all]
        self.ledger, self.mark, self.turn = ledger, mark, mark % len(self.apis)
        self.longest, self.assigned, self.fault = 0, [], None
        self.thread = threading.Thread(target=self._work, daemon=True)

    def _work(self):
        try:
            count = 0
            while not self.ledger.ended.is_set():
                count += 1
                self._one(f"{self.ledger.mark:x}-{self.mark}-{count}: de bus reed door terwijl ik bij de halte stond.", count % 4 == 0)
        except Exception as fault:  # whatever it is, the test shows it
            self.fault = fault

    def _one(self, story, is_assigned):
        began = time.monotonic()
        status, complaint = self._until_answered("POST", "/complaints", {"story": story}, story.split(":")[0])
        assert status == 201, f"{status}: {complaint}"
        self.ledger.add(complaint["number"], story)
        self.longest = max(self.longest, time.monotonic() - began)
        if is_assigned:
            # Sent twice it is refused the second time: that it was done is known either way.
            status, answer = self._until_answered("POST", f"/complaints/{complaint['number']}/assign", {"handler": HANDLER})
            assert status in (200, 409, 422), f"{status}: {answer}"
            self.assigned.append(complaint["number"])

    def _until_answered(self, method, path, value, key=None):
        if key:
            value = {"channel": "phone", "customer": {"name": "Truus de Boer", "phone": "06 12 34 56 78"}} | value
        headers = {"Idempotency-Key": key} if key else {}
        while True:
            try:
                status, answer = self.apis[self.turn].ask(method, path, value, **headers)
                if status not in (502, 503):
                    return status, answer
            except (OSError, http.client.HTTPException, ValueError):
                pass
            self.turn = (self.turn + 1) % len(self.apis)
            time.sleep(0.05)


class Load:
    """Clients at work, with a ledger; ends with the block."""

    def __init__(self, nodes, ledger):
        self.ledger, self.clients = ledger, [Client(nodes, ledger, i) for i in range(CLIENTS)]

    def __enter__(self):
        self.ledger.ended = threading.Event()
        self.ledger.mark = random.getrandbits(32)
        for client in self.clients:
            client.thread.start()
        return self

    def wait(self, count=ACKNOWLEDGED):
        """Until so many more were acknowledged."""
        before, began = len(self.ledger), time.monotonic()
        while len(self.ledger) < before + count:
            self.look()
            assert time.monotonic() < began + 120, f"only {len(self.ledger) - before} were acknowledged in two minutes"
            time.sleep(0.002)

    def look(self):
        for client in self.clients:
            if client.fault:
                raise client.fault

    def __exit__(self, *fault):
        self.ledger.ended.set()
        for client in self.clients:
            client.thread.join(timeout=70)
        if not any(fault):
            self.look()


def check(nodes, ledger, assigned):
    """The ledger against each node and against the database itself."""
    for node in nodes.all:
        check_against_ledger(node, API(node.port, nodes.token), ledger)
    for what, sql in (
            ("stories twice", "SELECT body FROM passage WHERE slot = 'story' GROUP BY body HAVING count(*) > 1"),
            ("numbers twice", "SELECT number FROM complaint GROUP BY number HAVING count(*) > 1"),
            ("letters twice", "SELECT complaint_id, kind FROM letter GROUP BY complaint_id, kind HAVING count(*) > 1"),
            ("complaints without their letter",
             "SELECT number FROM complaint WHERE NOT EXISTS (SELECT 1 FROM letter WHERE complaint_id = complaint.id AND kind = 'received')")):
        same(ask(nodes.address, sql + " LIMIT 5"), "", what)
    api = API(nodes.all[0].port, nodes.token)
    same([number for number in assigned if not api.ask("GET", f"/complaints/{number}")[1].get("handler")], [], "acknowledged, but not assigned")
    same(int(ask(nodes.address, "SELECT count(*) FROM complaint")), len(ledger), "complaints")
    nodes.all[0].command("verify")


@dataclasses.dataclass
class Round:
    """What one round was about, and how it went; times in seconds."""
    killed: str
    acknowledged: int
    server_away: float
    """Until the first complaint after the server was killed."""
    node_away: float
    """Until a node that was killed and started again answers."""
    longest: float
    """The longest that any client waited for an answer that holds."""

    HEAD = f"{'round':>11}  {'killed with -9':<26}{'acknowledged':>13}{'missing':>9}{'twice':>7}{'server back':>13}{'node back':>11}{'longest wait':>14}"

    def line(self, turn):
        # What is missing or there twice ends the test before this is printed.
        return (f"{turn:>11}  {self.killed:<26}{self.acknowledged:>13,}{0:>9}{0:>7}{self.server_away:>11.1f} s{self.node_away:>9.1f} s"
                f"{self.longest:>12.1f} s")


def one_round(nodes, ledger, turn):
    """Everything that can be killed, once, amid work. How it went, and what was assigned."""
    before, one_process = len(ledger), turn % 2 == 1
    with Load(nodes, ledger) as load:
        load.wait()
        began = time.monotonic()
        if one_process:
            nodes.server.kill_one(nodes.address)
        else:
            nodes.server.kill()
            nodes.server.start()
        # What was on its way already may still be answered: work goes on when there is more than that.
        load.wait(CLIENTS + 1)
        server_away = time.monotonic() - began
        load.wait()
        node = nodes.all[turn // 2 % 2]
        node.kill()
        began = time.monotonic()
        load.wait()
        node.start()
        assert API(node.port, nodes.token).ask("GET", "/complaints?limit=1")[0] == 200
        node_away = time.monotonic() - began
        load.wait()
    killed = f"{'one process of it' if one_process else 'the server'}, node {turn // 2 % 2 + 1}"
    went = Round(killed, len(ledger) - before, server_away, node_away, max(client.longest for client in load.clients))
    return went, [n for client in load.clients for n in client.assigned]


@test(f"two nodes under load, PostgreSQL and a node killed with -9, {ROUNDS} rounds: none missing, nothing twice, back within {MOST_AWAY} s")
def nodes_killed():
    with Nodes() as nodes:
        nodes.start()
        ledger, assigned = Ledger(), []
        print(Round.HEAD)
        for turn in range(ROUNDS):
            went, more = one_round(nodes, ledger, turn)
            assigned += more
            check(nodes, ledger, assigned)
            print(went.line(turn + 1), flush=True)
            worst = max(went.server_away, went.node_away, went.longest)
            assert worst <= MOST_AWAY, f"work stood still, or somebody waited, for {worst:.1f} s"


def events(node, cookies, path, found, ended):
    """Follows a page's stream of events until it ends; what comes goes into `found`: its name, when it came, what it says."""
    connection = http.client.HTTPConnection("127.0.0.1", node.port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookies, "Accept": "text/event-stream"})
    answer = connection.getresponse()
    same(answer.status, 200, path)
    while not ended.is_set():
        line = answer.readline().decode()
        if not line:
            return
        if line.startswith("event: "):
            found.append((line[7:].strip(), time.monotonic(), answer.readline().decode()))


@test("two nodes: a session of the one holds on the other and ends on both, and a list that is open here tells what was done there")
def together():
    with Nodes() as nodes:
        nodes.start()
        here, there = nodes.all
        browser = Browser(here)
        status, page = browser.post("/aanmelden", email=HANDLER, password=PASSWORD)
        same(status, 200, page)
        browser.house = there
        status, page = browser.get("/klachten?lijst=all")
        assert status == 200 and "Henk Behandelaar" in page, "the session does not hold on the other node"
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.jar)
        found, ended = [], threading.Event()
        thread = threading.Thread(
            target=events, args=(there, cookies, "/live?soort=lijst&lijst=all", found, ended), daemon=True)
        thread.start()
        time.sleep(2)
        found.clear()
        began = time.monotonic()
        API(here.port, nodes.token).register()
        deadline = began + 10
        while not found and time.monotonic() < deadline:
            time.sleep(0.02)
        assert found, "the list was not told"
        print(f"      told as “{found[0][0]}” after {found[0][1] - began:.1f} s")
        browser.house = here
        token = browser.hidden(browser.get("/klachten?lijst=all")[1], "token")
        browser.post("/afmelden", token=token)
        thread.join(timeout=15)
        assert not thread.is_alive(), "the stream on the other node goes on after signing out"
        browser.house = there
        assert "Wachtwoord" in browser.get("/klachten?lijst=all")[1], "signed out on one node, not on the other"


def signed_in(node, email):
    """The cookies of a session."""
    browser = Browser(node)
    status, page = browser.post("/aanmelden", email=email, password=PASSWORD)
    same(status, 200, page)
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.jar)


def until(what, seconds=20):
    """Waits until it is so; the seconds that took."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() < began + seconds, f"not so within {seconds} s"
        time.sleep(0.02)
    return time.monotonic() - began


@test("two nodes: each tells who has a file open on the other, of a node that was killed no longer, and of one that comes back anew")
def company():
    with Nodes() as nodes:
        nodes.all[0].add_staff("Marijke Beheerder", "marijke@huis.invalid", "manager")
        nodes.start()
        here, there = nodes.all
        number = API(here.port, nodes.token).register()["number"]
        cookies = {here: signed_in(here, "marijke@huis.invalid"), there: signed_in(there, HANDLER)}
        ended = threading.Event()

        def follow(node):
            found = []
            threading.Thread(
                target=events, args=(node, cookies[node], f"/live?dossier={number}&gezien=1", found, ended), daemon=True).start()
            return found

        def last(found):
            return next((said for name, _, said in reversed(found) if name == "company"), "")

        by_marijke, by_henk = follow(here), follow(there)
        took = max(until(lambda: "Henk Behandelaar" in last(by_marijke)), until(lambda: "Marijke Beheerder" in last(by_henk)))
        there.kill()
        gone = until(lambda: "Henk" not in last(by_marijke), 60)
        there.start()
        by_henk = follow(there)
        back = max(until(lambda: "Henk Behandelaar" in last(by_marijke)), until(lambda: "Marijke Beheerder" in last(by_henk)))
        print(f"      told after {took:.1f} s, gone after {gone:.0f} s, back after {back:.1f} s")
        ended.set()
