"""Fills a small house through the API and measures its pages with wrk, 8 clients, median of 5. scripts/bench runs it."""
import datetime
import http.client
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import urllib.parse

from Tests.Outside.api import API, sample
from Tests.Outside.program import House, PASSWORD, ROOT

CLIENTS, ROUNDS, COMPLAINTS, ENTRIES = 8, 5, 200, 20


def fill(house, token):
    """A house with some complaints; returns the number of one whose timeline holds ENTRIES entries."""
    api = API(house.port, token)
    for turn in range(COMPLAINTS):
        number = api.register(story=f"{sample()['story']} Dit was keer {turn}.")["number"]
    api.act(number, "assign", {"handler": "henk@huis.invalid"})
    while (length := len(entries(api, number))) < ENTRIES:
        api.act(number, "note", {"text": f"Notitie {length}: gebeld met de planning, de monteur had de verkeerde straat in zijn route staan."})
    api.close()
    return number


def entries(api, number):
    status, timeline = api.ask("GET", f"/complaints/{number}/timeline")
    assert status == 200, timeline
    return next(value for value in timeline.values() if isinstance(value, list)) if isinstance(timeline, dict) else timeline


def signed_in(house):
    """The cookie of a handler."""
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    form = urllib.parse.urlencode({"email": "henk@huis.invalid", "password": PASSWORD})
    connection.request("POST", "/aanmelden", form, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    assert answer.status == 303, f"signing in: {answer.status}"
    return answer.getheader("Set-Cookie").split(";")[0]


def measure(url, cookie, seconds):
    """Requests a second. Fails when any answer was not a success."""
    words = ["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", "-H", f"Cookie: {cookie}", url]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said and "Socket errors" not in said, said
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))


def size(house, path, cookie):
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, f"{path}: {answer.status}"
    return len(body)


def main(seconds):
    with House() as house:
        for name, email, role in [("Henk", "henk@huis.invalid", "handler"), ("Maria", "maria@huis.invalid", "manager")]:
            house.add_staff(name, email, role)
        token = house.add_token("intake", "manager")
        house.start()
        number = fill(house, token)
        cookie = signed_in(house)
        pages = {
            f"file page, {ENTRIES} entries": f"/klachten/{number}",
            f"worklist, {COMPLAINTS} complaints": "/klachten?lijst=all",
            "/health": "/health",
        }
        sizes = {name: size(house, path, cookie) for name, path in pages.items()}
        rates = {name: [] for name in pages}
        for _ in range(ROUNDS):
            for name, path in pages.items():
                rates[name].append(measure(house.base + path, cookie, seconds))
    report(rates, sizes)


def report(rates, sizes):
    health = statistics.median(rates["/health"])
    print(f"{'what':<28}{'bytes':>9}{'requests/s':>13}{'lowest':>9}{'highest':>9}{'of /health':>12}")
    lines = []
    for name, values in rates.items():
        median = statistics.median(values)
        print(f"{name:<28}{sizes[name]:>9}{median:>13,.0f}{min(values):>9,.0f}{max(values):>9,.0f}{median / health:>12.1%}")
        lines.append({"what": name, "bytes": sizes[name], "median": median, "all": values})
    folder = ROOT / ".bench"
    folder.mkdir(exist_ok=True)
    now = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
    about = {"when": now, "machine": platform.processor() or platform.machine(), "cores": os.cpu_count(), "clients": CLIENTS}
    (folder / f"{now}.json").write_text(json.dumps(about | {"pages": lines}, indent=1) + "\n")
    print(f"Median of {ROUNDS} with {CLIENTS} clients; written to .bench/{now}.json")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
