"""wrk as a client: requests a second and percentiles, over one address or many, reading or registering. Fails when any answer was no success."""
import http.client
import json
import os
import re
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from Tests.Outside.program import BINARY

REPORT = """
done = function(summary, latency, requests)
  print(string.format("MEASURED %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(95),
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout))
end
"""

READING = """
local paths, turn = {%s}, 0
request = function()
  turn = turn %% #paths + 1
  return wrk.format("GET", paths[turn])
end
"""

# Each thread has a mark of its own, so that no two complaints are the same.
REGISTERING = """
local marks = 0
setup = function(thread) marks = marks + 1; thread:set("mark", marks) end
local turn = 0
request = function()
  turn = turn + 1
  return wrk.format("POST", "/api/v1/complaints", nil, string.format(%s, mark, turn))
end
"""


@dataclass
class Measured:
    rate: float
    """Requests a second."""
    median: float
    p95: float
    """Milliseconds."""


def read(house, paths, *, clients=8, seconds=5, cookie=None, token=None):
    # One address needs no script for each request, which would take processor time from the server beside it.
    script = READING % ", ".join(json.dumps(path, ensure_ascii=True) for path in paths) if len(paths) > 1 else ""
    headers = [f"Cookie: {cookie}"] if cookie else []
    headers += [f"Authorization: Bearer {token}"] if token else []
    return _wrk(house, script, clients, seconds, headers, path=paths[0])


def status(house, path, cookie):
    """The status of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def printed(house, path, cookie):
    """Seconds until a PDF has come, which must have tags."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    bytes = answer.read()
    connection.close()
    seconds = time.monotonic() - began
    assert answer.status == 200 and bytes.startswith(b"%PDF"), answer.status
    with tempfile.NamedTemporaryFile("wb", suffix=".pdf") as file:
        file.write(bytes)
        file.flush()
        told = subprocess.run(["pdfinfo", file.name], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Tagged: +yes", told, re.M), told
    return seconds


def register(house, complaint, *, token, clients=64, seconds=5):
    """Registers `complaint`, whose story begins with two numbers that differ each time."""
    body = json.dumps(complaint | {"story": "%d-%d: " + complaint["story"]}, ensure_ascii=True)
    return _wrk(house, REGISTERING % json.dumps(body), clients, seconds, [f"Authorization: Bearer {token}", "Content-Type: application/json"])


# Each thread has a mark of its own, so that no two mails are the same.
MAILING = """
local marks = 0
setup = function(thread) marks = marks + 1; thread:set("mark", marks) end
local turn = 0
request = function()
  turn = turn + 1
  return wrk.format("POST", nil, nil, string.format(%s, mark, turn, mark, turn, mark, turn))
end
"""

MAIL = (
    "From: Klant <klant%d-%d@bench.invalid>\r\nTo: klachten@huis.invalid\r\nSubject: De lamp brandt niet\r\n"
    "Message-ID: <%d-%d@bench.invalid>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "%d-%d: de lamp brandt nog niet en de monteur kwam weer niet opdagen.\r\n")


def mail(house, *, token, clients=64, seconds=5):
    """Brings small mails by the API, each another."""
    headers = [f"Authorization: Bearer {token}", "Content-Type: message/rfc822"]
    return _wrk(house, MAILING % json.dumps(MAIL), clients, seconds, headers, path="/api/v1/mail")


def pipe(house, *, at_once=8, seconds=5):
    """Brings small mails by the pipe, a process for each: how many a second ended with 0."""
    until = time.monotonic() + seconds

    def bring(mark):
        turn = 0
        while time.monotonic() < until:
            turn += 1
            text = MAIL % (mark, turn, mark, turn, mark, turn)
            subprocess.run([BINARY, "mail", "receive", "--data", house.folder], input=text.encode(), check=True, capture_output=True)
        return turn

    began = time.monotonic()
    with ThreadPoolExecutor(at_once) as pool:
        count = sum(pool.map(bring, range(1000, 1000 + at_once)))
    return count / (time.monotonic() - began)


def _wrk(house, script, clients, seconds, headers, path="/"):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script + REPORT)
        file.flush()
        words = ["wrk", f"-t{min(clients, os.cpu_count() or 1)}", f"-c{clients}", f"-d{seconds}s", "--timeout", "20s", "-s", file.name]
        for header in headers:
            words += ["-H", header]
        said = subprocess.run([*words, house.base + path], capture_output=True, text=True, check=True).stdout
    count, micros, median, p95, errors = map(int, re.search(r"MEASURED (\d+) (\d+) (\d+) (\d+) (\d+)", said).groups())
    assert errors == 0 and count > 0, said
    return Measured(rate=count * 1e6 / micros, median=median / 1000, p95=p95 / 1000)
