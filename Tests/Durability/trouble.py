"""What machines do: a disk that is full, a disk that can't be written, a clock that is set back. The server says so, loses nothing, and
goes on by itself when the trouble is over."""
import contextlib
import http.cookiejar
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import uuid

from Tests.Outside.api import API, sample
from Tests.Outside.program import PASSWORD, House, command
from Tests.Outside.report import NotHere, same, test

STORY = "De lift staat al drie weken stil en ik woon op de vijfde."


@contextlib.contextmanager
def small_disk(house, megabytes=64):
    """Puts the house on a file system of its own, in memory."""
    def mount(*words):
        subprocess.run(["mount", *words], check=True, capture_output=True)

    try:
        mount("-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", house.folder)
    except (OSError, subprocess.CalledProcessError) as refusal:
        raise NotHere("a file system of its own needs root and the right to mount") from refusal
    try:
        yield lambda how: mount("-o", f"remount,{how}", house.folder)
    finally:
        house.stop()
        subprocess.run(["umount", "-l", house.folder], check=False)


class Browser:
    """Somebody who fills in forms, without a script."""

    def __init__(self, house):
        self.house = house
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path):
        return self._send(path, None)

    def post(self, path, **fields):
        return self._send(path, urllib.parse.urlencode(fields).encode())

    def upload(self, path, fields, files):
        """Sends a form with files: their names and bytes by field."""
        border, parts = uuid.uuid4().hex, []
        for name, value in fields.items():
            parts.append(f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
        for name, (file, data) in files.items():
            head = f'--{border}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: text/plain\r\n\r\n'
            parts += [head.encode(), data, b"\r\n"]
        return self._send(path, b"".join(parts) + f"--{border}--\r\n".encode(), f"multipart/form-data; boundary={border}")

    def hidden(self, page, name):
        found = re.search(rf'name="{name}" value="([^"]*)"', page)
        assert found, f"no field {name}"
        return found[1]

    def _send(self, path, body, kind="application/x-www-form-urlencoded"):
        headers = {"Origin": self.house.base, "Content-Type": kind}
        try:
            answer = self.opener.open(urllib.request.Request(self.house.base + path, body, headers), timeout=60)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        return answer.status, answer.read().decode()


def signed_in(house):
    browser = Browser(house)
    status, page = browser.post("/aanmelden", email="iris@huis.invalid", password=PASSWORD)
    same(status, 200, page)
    return browser


def registrations_stop(api, ledger, most=20_000):
    """Registers until that is refused, and returns the refusal; what was acknowledged goes into the ledger."""
    for turn in range(most):
        story = f"{turn}. {STORY}"
        status, answer = api.ask("POST", "/complaints", sample(story=story))
        if status != 201:
            return status, answer
        ledger[answer["number"]] = story
    raise AssertionError("the disk never got full")


def check(api, ledger):
    for number, story in ledger.items():
        status, complaint = api.ask("GET", f"/complaints/{number}")
        same((status, complaint.get("story")), (200, story), number)


def intake_is_given_back(house, browser, page):
    """A form that can't be taken now is answered with 503, a number for the log, and every word that was typed."""
    typed = {"channel": "phone", "story": STORY, "customer.name": "Truus & Co", "customer.phone": "06 12 34 56 78"}
    hidden = {name: browser.hidden(page, name) for name in ("token", "inzending")}
    status, answer = browser.post("/klachten/nieuw", **typed, **hidden)
    same(status, 503, "the intake")
    for words in ("Er is niets bewaard", STORY, "Truus &amp; Co", 'value="06 12 34 56 78"', "Opnieuw versturen"):
        assert words in answer, f"not on the page: {words}"
    number = re.search(r"[0-9a-f]{8}", answer.split("Noem dit nummer")[1])[0]
    assert any(number in line for line in house.messages), "the fault is not in the log"
    return typed | hidden


def retried(browser, fields):
    status, page = browser.post("/klachten/nieuw", **fields)
    same(status, 200, "sent again")
    assert "geregistreerd" in page.lower(), "not registered"


@test("a full disk: intake is refused with words and what was typed, reading goes on, and work goes on by itself once there is room")
def full_disk():
    with House() as house, small_disk(house):
        house.add_staff("Iris", "iris@huis.invalid", "intake")
        token, ledger = house.add_token("intake", "manager"), {}
        house.start()
        api, browser = API(house.port, token), signed_in(house)
        _, page = browser.get("/klachten/nieuw")
        ballast = pathlib.Path(house.folder, "ballast")
        room = shutil.disk_usage(house.folder).free
        ballast.write_bytes(bytes(room - 6_000_000))
        status, answer = registrations_stop(api, ledger)
        same((status, answer["code"]), (503, "storage-trouble"))
        assert len(ledger) > 20, f"only {len(ledger)} fitted"
        # Fills what the last write left, to the byte.
        with open(os.path.join(house.folder, "crumbs"), "wb", buffering=0) as crumbs, contextlib.suppress(OSError):
            while True:
                crumbs.write(bytes(4096))
        fields = intake_is_given_back(house, browser, page)
        check(api, ledger)
        same(urllib.request.urlopen(house.base + "/health").read(), b"ok\n", "health")
        ballast.unlink()
        os.unlink(os.path.join(house.folder, "crumbs"))
        retried(browser, fields)
        ledger[api.register(story=STORY)["number"]] = STORY
        check(api, ledger)
        house.stop()
        command("verify", "--data", house.folder)
        house.start()
        check(API(house.port, token), ledger)
        print(f"      {len(ledger)} acknowledged, all there")


@test("a disk that turns read-only: the same, and a server that is started on it ends with words and exit code")
def read_only_disk():
    with House() as house, small_disk(house) as remount:
        house.add_staff("Iris", "iris@huis.invalid", "intake")
        token, ledger = house.add_token("intake", "manager"), {}
        house.start()
        api, browser = API(house.port, token), signed_in(house)
        ledger[api.register(story=STORY)["number"]] = STORY
        _, page = browser.get("/klachten/nieuw")
        house.stop()
        remount("ro")
        done = subprocess.run(
            [os.environ.get("GEHOOR_BINARY", ".build/debug/gehoor"), "serve", "--data", house.folder, "--port", str(house.port)],
            capture_output=True, text=True, timeout=60)
        same(done.returncode, 74, done.stderr)
        assert "Read-only file system" in done.stderr, done.stderr
        remount("rw")
        house.start()
        api.close()
        check(api, ledger)
        retried(browser, {
            "channel": "phone", "story": STORY, "customer.name": "Truus", "customer.phone": "06 12 34 56 78",
            **{name: browser.hidden(page, name) for name in ("token", "inzending")}})


SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
/* The wall clock, set back; the steady clock is left alone. */
int clock_gettime(clockid_t clock, struct timespec *moment) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, moment);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) moment->tv_sec -= SECONDS;
    return result;
}
"""


@test("a clock that is set back two days: the journal stays in order, every act is taken, and the proof holds")
def clock_set_back():
    with House() as house, tempfile.TemporaryDirectory() as scratch:
        source, shim = os.path.join(scratch, "shim.c"), os.path.join(scratch, "shim.so")
        pathlib.Path(source).write_text(SHIM)
        subprocess.run(["clang", "-shared", "-fPIC", "-DSECONDS=172800", "-o", shim, source, "-ldl"], check=True)
        house.add_staff("Henk", "henk@huis.invalid", "handler")
        token = house.add_token("intake", "manager", "handler")
        house.start()
        api = API(house.port, token)
        number = api.register(story=STORY)["number"]
        api.act(number, "assign", {"handler": "henk@huis.invalid"})
        before = api.ask("GET", f"/complaints/{number}/timeline")[1]["entries"]
        api.close()
        house.stop()
        house.start(under=["env", f"LD_PRELOAD={shim}"])
        for act, value in (("contact", {"outcome": "reached"}), ("note", {"text": "De lift doet het weer."})):
            api.act(number, act, value)
        after = api.ask("GET", f"/complaints/{number}/timeline")[1]["entries"]
        same(after[:len(before)], before, "what was there")
        moments = [entry["at"] for entry in after]
        same(moments, sorted(moments), "the order of the journal")
        api.register(story="Ook deze komt binnen, twee dagen eerder volgens de klok.")
        house.stop()
        command("verify", "--data", house.folder)
        command("rebuild", "--data", house.folder)
        house.start()
        api.close()
        same(api.ask("GET", f"/complaints/{number}/timeline")[1]["entries"], after, "after a rebuild")
