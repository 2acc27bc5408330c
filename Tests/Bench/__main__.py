"""How quick Gehoor is with few complaints and with many, each figure beside what the machine can do in the same run. scripts/bench runs it.

    python3 -m Tests.Bench [--sizes 1000,10000,100000] [--seconds 5] [--rounds 5] [--postgres] [--plans]
"""
import argparse
import statistics

from Tests.Bench import houses, load, plans, postgres, report
from Tests.Bench.ceilings import commits
from Tests.Outside.api import API, sample
from Tests.Outside.program import House, ROOT

ENTRIES, STORY = 20, 600


class Run:
    """The measures of one house."""

    def __init__(self, house, size, rounds, seconds):
        self.house, self.size, self.rounds, self.seconds = house, size, rounds, seconds
        self.lines = []

    def note(self, what, figure, unit, **more):
        """`more`: goal (sign and figure, for the largest house), ceiling and of, curve."""
        self.lines.append({"what": what, "house": self.size, "figure": figure, "unit": unit} | more)

    def median(self, measure):
        """The medians of rate and p95 over all rounds."""
        found = [measure() for _ in range(self.rounds)]
        return load.Measured(*(statistics.median(getattr(one, name) for one in found) for name in ("rate", "median", "p95")))

    def pages(self, cookies, long_file):
        """Each page for as many rounds, and /health between them."""
        wanted = houses.numbers(self.house, 200)
        files = [f"/klachten/{number}" for number in wanted]
        for what, paths, cookie, goal in [
            (f"file page, {ENTRIES} entries", [f"/klachten/{long_file}"], cookies["handler"], ("≥", 1500)),
            (f"file pages, {len(wanted)} different", files, cookies["handler"], ("≥", 1500)),
            ("worklist of 50", ["/klachten?lijst=all"], cookies["handler"], ("≥", 1000)),
            ("worklist of 50, open, by promise", ["/klachten?lijst=open"], cookies["handler"], None),
        ]:
            health = self.median(lambda: load.read(self.house, ["/health"], seconds=1)).rate
            found = self.median(lambda: load.read(self.house, paths, cookie=cookie, seconds=self.seconds))
            self.note(what, found.rate, "pages/s", goal=goal, ceiling="/health", of=found.rate / health)
            alone = self.median(lambda: load.read(self.house, paths, cookie=cookie, clients=1, seconds=2))
            self.note(f"  one client, p95", alone.p95, "ms", curve=what)
        found = self.median(lambda: load.read(self.house, ["/overzicht"], cookie=cookies["management"], seconds=self.seconds))
        self.note("overview, p95", found.p95, "ms", goal=("≤", 50))
        alone = self.median(lambda: load.read(self.house, ["/overzicht"], cookie=cookies["management"], clients=1, seconds=2))
        self.note("  one client, p95", alone.p95, "ms", curve="overview")
        for years, path in (("a year", "/overzicht/signalen"), ("five years", "/overzicht/signalen?periode=vijf-jaar")):
            load.read(self.house, [path], cookie=cookies["management"], clients=1, seconds=1)
            found = self.median(lambda: load.read(self.house, [path], cookie=cookies["management"], clients=1, seconds=2))
            self.note(f"signals over {years}, one client, p95", found.p95, "ms", goal=("≤", 100), curve=f"signals, {years}")

    def paper(self, cookie):
        """The management review of five years on paper, with tags."""
        path = "/overzicht/rapport.pdf?soort=directie&van=1-1-2000"
        found = statistics.median(load.printed(self.house, path, cookie) for _ in range(self.rounds))
        self.note("management review as PDF, all years", found, "s", goal=("≤", 5), curve="management review, PDF")

    def board(self, cookie):
        """The complaints manager's board."""
        found = self.median(lambda: load.read(self.house, ["/bord"], cookie=cookie, clients=1, seconds=2))
        self.note(
            f"board, {houses.open_complaints(self.house):,} open, one client, p95", found.p95, "ms", goal=("≤", 50), curve="board")

    def searches(self, cookie):
        for hits, (word, stories) in zip((100, 5000), houses.words_with_hits(self.house, (100, 5000))):
            found = self.median(
                lambda: load.read(self.house, [f"/klachten?lijst=all&q={word}"], cookie=cookie, clients=1, seconds=2))
            self.note(f"search, {stories} stories with “{word}”, p95", found.p95, "ms", goal=("≤", 20), curve=f"search, {hits} hits")

    def registering(self, token):
        ceiling = commits(self.house.folder, rows=16)
        complaint = sample(story=("De lamp brandt nog niet en de monteur kwam weer niet opdagen vandaag. " * 20)[:STORY])
        found = self.median(lambda: load.register(self.house, complaint, token=token, seconds=self.seconds))
        self.note(
            "registrations, 64 clients", found.rate, "a second", goal=("≥", 2000), ceiling="bare rows", of=found.rate / ceiling)
        self.note("  bare commits of SQLite, one row each", commits(self.house.folder), "a second")
        self.note("  bare rows of SQLite, 16 a commit", ceiling, "a second")

    def mailing(self, token):
        """Mails that are on disk when whoever brings them hears so; they are read and placed beside that."""
        found = self.median(lambda: load.mail(self.house, token=token, seconds=self.seconds))
        self.note("mails by the API, 64 clients", found.rate, "a second", goal=("≥", 500))
        rate = statistics.median(load.pipe(self.house, seconds=self.seconds) for _ in range(self.rounds))
        self.note("mails by the pipe, 8 at once", rate, "a second", goal=("≥", 40))


def long_file(house, token):
    """The number of a file with ENTRIES entries."""
    api = API(house.port, token)
    number = api.register()["number"]
    api.act(number, "assign", {"handler": "henk@huis.invalid"})
    sequence = 0
    while sequence < ENTRIES:
        text = f"Notitie {sequence}: gebeld met de planning, de monteur had de verkeerde straat in zijn route staan."
        sequence = api.act(number, "note", {"text": text})["sequence"]
    api.close()
    return number


def measure(size, rounds, seconds):
    with House() as house:
        rate = houses.kept(house, size, ROOT / ".bench" / "houses")
        run = Run(house, size, rounds, seconds)
        run.note("demo", rate, "complaints/s", goal=("≥", 500))
        token = houses.people(house)
        house.start()
        run.note("start to first answer", statistics.median(houses.start_time(house) for _ in range(rounds)), "s", goal=("≤", 0.5))
        run.note("memory at rest", houses.memory(house.process), "MiB", goal=("≤", 60))
        number = long_file(house, token)
        cookies = {"handler": houses.signed_in(house, "henk@huis.invalid"), "management": houses.signed_in(house, "dirk@huis.invalid"),
                   "manager": houses.signed_in(house, "maria@huis.invalid")}
        run.pages(cookies, number)
        run.paper(cookies["management"])
        run.searches(cookies["handler"])
        houses.keep_open(house, token, size // 10)
        run.board(cookies["manager"])
        run.registering(token)
        run.mailing(token)
        run.note("memory under that load", houses.memory(house.process), "MiB", goal=("≤", 250))
        return run.lines


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--sizes", default="1000,10000,100000")
    asked.add_argument("--seconds", type=int, default=5)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--postgres", action="store_true", help="the same house on both engines, and two nodes")
    asked.add_argument("--plans", action="store_true", help="how PostgreSQL carries out what is asked of it most, and no figures")
    asked = asked.parse_args()
    shelf, lines = ROOT / ".bench" / "houses", []
    if asked.plans:
        return plans.show(max(map(int, asked.sizes.split(","))), shelf)
    for size in map(int, asked.sizes.split(",")):
        print(f"a house of {size:,} complaints …", flush=True)
        if asked.postgres:
            lines += postgres.measure(size, asked.rounds, asked.seconds, shelf, long_file)
        else:
            lines += measure(size, asked.rounds, asked.seconds)
    report.table(lines)
    report.write(lines, {"engines": "both" if asked.postgres else "SQLite", "rounds": asked.rounds, "seconds": asked.seconds})


if __name__ == "__main__":
    main()
