"""Every sync – and in the long run every write – of one whole intake with a document goes wrong once: the program dies there, or the disk says EIO or ENOSPC.

strace makes it so: for the first, second, third … call of a thread, until an intake passes without meeting it. Each time the complaint is there
whole, with its document, or not at all; what was acknowledged is there; what was refused was refused in words, with what was typed, and is
taken once when it is sent again."""
import hashlib
import os
import re
import signal
import subprocess
import tempfile
import threading
import time
import urllib.error

from Tests.Durability.kills import check_database
from Tests.Durability.trouble import signed_in
from Tests.Outside.api import API
from Tests.Outside.program import House, command
from Tests.Outside.report import NotHere, same, test

MOST = 200
SYNCS, WRITES = ("fdatasync", "fsync"), ("pwrite64", "rename")
# Writes are many: they have their turn in the long run.
CALLS = SYNCS + WRITES if os.environ.get("GEHOOR_EVERY_WRITE") else SYNCS


def document(story):
    """Another one each time: one that is there already is not written again."""
    return f"Bij: {story}\n".encode() * 2000


class Strace:
    """Makes the calls of a running program go wrong."""

    def __init__(self, process, call, fault, turn):
        self.log = tempfile.NamedTemporaryFile(prefix="gehoor-strace-")
        words = ["strace", "-f", "-qq", "-o", self.log.name, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={turn}"]
        # The program was started as the leader of its own group.
        self.process = subprocess.Popen([*words, "-p", str(process.pid)], stderr=subprocess.PIPE, text=True)
        attached = time.monotonic() + 10
        while open(f"/proc/{process.pid}/status", encoding="utf-8").read().find("TracerPid:\t0\n") >= 0:
            if self.process.poll() is not None or time.monotonic() > attached:
                raise NotHere("strace may not attach here")
            time.sleep(0.01)
        time.sleep(0.05)
        if "signal" in fault:
            threading.Thread(target=self._help_to_die, args=(process,), daemon=True).start()

    def said(self):
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            return log.read()

    def happened(self):
        said = self.said()
        return "INJECTED" in said or "killed by SIGKILL" in said

    def _help_to_die(self, process):
        """strace may keep threads of a program that it killed from ending."""
        while self.process.poll() is None:
            if self.happened():
                self.process.kill()
                process.kill()
                return
            time.sleep(0.01)

    def end(self):
        """Lets go; whether something was made to go wrong."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=30)
        self.process.stderr.close()
        happened = self.happened()
        self.log.close()
        return happened


def intake(browser, story, page):
    """Sends the intake form with a document. The status and page of the answer; 0 when none came."""
    hidden = {name: browser.hidden(page, name) for name in ("token", "inzending")}
    fields = {"channel": "phone", "story": story, "customer.name": "Truus de Boer", "customer.phone": "06 12 34 56 78", **hidden}
    try:
        return browser.upload("/klachten/nieuw", fields, {"file": ("brief.txt", document(story))})
    except (urllib.error.URLError, OSError):
        return 0, ""


def found(api, story):
    """The complaint with this story; nil when there is none. Fails when there are two, or when its document isn't whole."""
    status, listed = api.ask("GET", "/complaints?limit=20")
    same(status, 200, "the list")
    there = []
    for item in listed["complaints"]:
        status, complaint = api.ask("GET", f"/complaints/{item['number']}")
        same(status, 200, item["number"])
        if complaint["story"] == story:
            there.append(complaint)
    assert len(there) <= 1, f"there {len(there)} times"
    for complaint in there:
        same([one["sha256"] for one in complaint["documents"]], [hashlib.sha256(document(story)).hexdigest()], "its documents")
    return there[0] if there else None


class Bench:
    """A house in which one thing after another goes wrong."""

    def __init__(self, house):
        self.house, self.token = house, house.add_token("intake", "manager")
        house.add_staff("Iris", "iris@huis.invalid", "intake")
        house.start()
        self.browser = signed_in(house)

    def one(self, call, fault, turn):
        """One intake with the `turn`th call going wrong. Whether anything did."""
        if self.house.process.poll() is not None:
            self.house.stop()
            self.house.start()
        browser, story = self.browser, f"{call} {fault} {turn}: de lift staat stil."
        _, page = browser.get("/klachten/nieuw")
        strace = Strace(self.house.process, call, fault, turn)
        status, answer = intake(browser, story, page)
        happened = strace.end()
        is_dead = happened and "signal" in fault
        if is_dead:
            self.house.process.wait(timeout=30)
            self.house.stop()
            self.house.start()
        complaint = found(API(self.house.port, self.token), story)
        if status == 200:
            assert complaint, "acknowledged, and not there"
        elif is_dead:
            same(status, 0, "the answer of a program that died")
        else:
            same(status, 503, answer[:2000])
            assert "Er is niets bewaard" in answer and story in answer, "no words, or what was typed is gone"
            assert complaint is None, "refused, and there all the same"
            status, answer = intake(browser, story, page)
            same(status, 200, "sent again")
            assert found(API(self.house.port, self.token), story), "sent again, and not there"
        return happened


def go_wrong(kinds):
    with House() as house:
        bench = Bench(house)
        for call, fault in kinds:
            for turn in range(1, MOST):
                try:
                    if not bench.one(call, fault, turn):
                        break
                except AssertionError as failure:
                    raise AssertionError(f"{call} {fault} {turn}: {failure}") from failure
            else:
                raise AssertionError(f"{call}: an intake of more than {MOST} of them?")
            print(f"      {call} {fault}: {turn - 1} times, then an intake without")
        house.stop()
        check_database(house)
        command("verify", "--data", house.folder)


@test("the program dies at each sync of an intake with a document: all of it is there, or nothing")
def dies_at_each_sync():
    go_wrong([(call, "signal=KILL") for call in CALLS])


@test("the disk fails or is full at each sync of an intake with a document: words, and all of it is there or nothing")
def disk_fails_at_each_sync():
    go_wrong([(call, f"error={fault}") for call in CALLS for fault in ("EIO", "ENOSPC")])
