"""The same house on SQLite and on PostgreSQL: each page of the one beside the same page of the other, in turn; and registrations by two nodes.

PostgreSQL stands on this machine's disk, with everything on that keeps data safe, and with a quarter of the memory, as its manual advises."""
import os
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time

from Tests.Bench import houses, load
from Tests.Outside.api import sample
from Tests.Outside.postgres import Server, ask
from Tests.Outside.program import BINARY, House, surroundings

# What whoever runs a house in earnest would set (docs/operation.md).
SETTINGS = """
shared_buffers = {buffers}MB
max_wal_size = 8GB
checkpoint_timeout = 15min
autovacuum_vacuum_insert_scale_factor = 0.02
"""
# A page may take so many times as long as on SQLite.
MOST_TIMES, REGISTRATIONS, CLIENTS, STORY = 2, 1500, 64, 600


class Pair:
    """One house on either engine, with a server each."""

    def __init__(self, size, shelf, settings=""):
        self.size, self.settings = size, settings
        self.sqlite = House()
        houses.kept(self.sqlite, size, shelf)
        self.server, self.moved = server_with(self.sqlite, size, shelf, settings)
        self.address = self.server.address("gehoor_bench")
        self.nodes = [House(self.address), House(self.address)]
        self.tokens = {}

    def __enter__(self):
        try:
            for house in (self.sqlite, self.nodes[0]):
                self.tokens[house] = houses.people(house)
            shutil.copytree(os.path.join(self.nodes[0].folder, "secrets"), os.path.join(self.nodes[1].folder, "secrets"))
            ask(self.address, "ANALYZE")
            for house in (self.sqlite, *self.nodes):
                house.start()
            self.settle()
        except BaseException:
            self.__exit__()
            raise
        return self

    def settle(self, patience=300):
        """Waits until the first seal covers every file on both: what is done once when a house is first served is no page's doing."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with sqlite3.connect(f"file:{self.sqlite.database}?mode=ro", uri=True) as db:
                sealed = [db.execute("SELECT count(*) FROM sealed").fetchone()[0], int(ask(self.address, "SELECT count(*) FROM sealed"))]
            if min(sealed) >= self.size:
                return
            time.sleep(1)

    def __exit__(self, *_):
        for house in (self.sqlite, *self.nodes):
            house.__exit__()
        self.server.remove()


def server_with(house, size, shelf, settings):
    """A server that has the house in a database, moved there or from the shelf; and how many complaints moved in a second, when they did."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20
    settings = SETTINGS.format(buffers=min(4096, memory // 4)) + settings
    kept = shelf / f"postgres-{size}-{os.stat(BINARY).st_mtime_ns}"
    note = kept / "moved"
    os.environ["GEHOOR_TEST_POSTGRES_AUTOVACUUM"] = "on"
    # On the disk: what is acknowledged must be durable to count.
    place = tempfile.gettempdir()
    if note.exists():
        return Server(settings, place, data=kept / "data"), float(note.read_text())
    server = Server(settings, place)
    try:
        address = server.address("gehoor_bench")
        ask(server.url, "CREATE DATABASE gehoor_bench")
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            words = ["move", "--from", house.folder, "--to", address, "--to-data", os.path.join(folder, "node")]
            subprocess.run([BINARY, *words], check=True, capture_output=True, text=True, env=surroundings(None))
        moved = size / (time.monotonic() - began)
        # Keys of the folder that the move made, which nobody has any more.
        ask(address, "DELETE FROM house_key")
        ask(address, "VACUUM ANALYZE")
        server.stop()
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        subprocess.run(["cp", "-a", server.data, kept / "data"], check=True)
        note.write_text(f"{moved}\n")
        server.start()
        return server, moved
    except BaseException:
        server.remove()
        raise


class Comparison:
    """The measures of a pair."""

    def __init__(self, pair, rounds, seconds):
        self.pair, self.rounds, self.seconds, self.lines = pair, rounds, seconds, []
        self.cookies = {
            house: {who: houses.signed_in(house, f"{who}@huis.invalid") for who in ("henk", "dirk")}
            for house in (pair.sqlite, pair.nodes[0])}

    def note(self, what, figure, unit, **more):
        self.lines.append({"what": what, "house": self.pair.size, "figure": figure, "unit": unit} | more)

    def pages(self, wanted):
        """`wanted`: what it is, paths by house, and who looks."""
        for what, paths, who in wanted:
            for clients in (1, 8):
                found = {house: [] for house in self.cookies}
                # In turn: what else this machine does meets both.
                for _ in range(self.rounds):
                    for house, cookies in self.cookies.items():
                        found[house].append(load.read(
                            house, paths[house] if isinstance(paths, dict) else paths, cookie=cookies[who], clients=clients,
                            seconds=self.seconds).p95)
                on_sqlite, on_postgres = (statistics.median(found[house]) for house in (self.pair.sqlite, self.pair.nodes[0]))
                many = "one client" if clients == 1 else f"{clients} clients"
                self.note(f"{what}, {many}, p95 on PostgreSQL", on_postgres, "ms", goal=("≤", MOST_TIMES * on_sqlite),
                          ceiling="SQLite", of=on_postgres / on_sqlite)
                self.note("  on SQLite", on_sqlite, "ms")

    def registering(self):
        """Both nodes at once, each with half of the clients."""
        complaint = sample(story=("De lamp brandt nog niet en de monteur kwam weer niet opdagen vandaag. " * 20)[:STORY])
        token, nodes = self.pair.tokens[self.pair.nodes[0]], self.pair.nodes
        ceiling, rates, worst = bare_commits(self.pair.server, self.pair.address), [], []
        for _ in range(self.rounds):
            found = at_once(
                lambda node: load.register(node, complaint, token=token, clients=CLIENTS // len(nodes), seconds=self.seconds), nodes)
            rates.append(sum(one.rate for one in found))
            worst.append(max(one.p95 for one in found))
        self.note(f"registrations, two nodes, {CLIENTS} clients", statistics.median(rates), "a second", goal=("≥", REGISTRATIONS),
                  ceiling="bare commits", of=statistics.median(rates) / ceiling)
        self.note("  p95", statistics.median(worst), "ms")
        self.note("  bare commits of PostgreSQL, one row each", ceiling, "a second")


def at_once(measure, nodes):
    found, faults = [], []

    def work(node):
        try:
            found.append(measure(node))
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(node,)) for node in nodes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return found


def bare_commits(server, address, seconds=3):
    """Transactions a second that write one row with a story each, by as many connections as two nodes write with."""
    ask(address, "CREATE TABLE IF NOT EXISTS bare (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words TEXT)")
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write("INSERT INTO bare (words) VALUES (repeat('woord ', 100));\n")
        script.flush()
        os.chmod(script.name, 0o644)
        said = server.run("pgbench", "-n", "-M", "prepared", "-c", "24", "-j", "2", "-T", str(seconds), "-f", script.name, address)
    ask(address, "DROP TABLE bare")
    return float(next(line.split("=")[1].split()[0] for line in said.splitlines() if line.startswith("tps")))


def measure(size, rounds, seconds, shelf, long_file):
    """`long_file`: makes a file to look at in a house, with a token; its number."""
    with Pair(size, shelf) as pair:
        run = Comparison(pair, rounds, seconds)
        run.note("move from SQLite to PostgreSQL", pair.moved, "complaints/s")
        files = {house: [f"/klachten/{long_file(house, pair.tokens[house])}"] for house in run.cookies}
        several = [f"/klachten/{number}" for number in houses.numbers(pair.sqlite, 200)]
        run.pages([
            ("file page", files, "henk"),
            (f"file pages, {len(several)} different", several, "henk"),
            ("worklist of 50", ["/klachten?lijst=all"], "henk"),
            ("worklist of 50, open", ["/klachten?lijst=open"], "henk"),
            ("overview", ["/overzicht"], "dirk"),
            *((f"search, {stories} stories with “{word}”", [f"/klachten?lijst=all&q={word}"], "henk")
              for word, stories in houses.words_with_hits(pair.sqlite, (100, 5000)))])
        run.registering()
        return run.lines
