"""A backup while 16 clients register, restored elsewhere: what was acknowledged when it began is in it. And a disk without room for one."""
import os
import subprocess
import tempfile
import threading
import time

from Tests.Durability.kills import CLIENTS, Ledger, check_against_ledger, check_database, client
from Tests.Durability.trouble import small_disk
from Tests.Outside.api import API
from Tests.Outside.program import BINARY, House, command
from Tests.Outside.report import same, test

BEFORE = 100


def wait_for(ledger, count, faults):
    deadline = time.monotonic() + 180
    while len(ledger) < count and not faults and time.monotonic() < deadline:
        time.sleep(0.002)
    assert not faults and len(ledger) >= count, f"{len(ledger)} of {count}: {faults}"


@test("a backup amid registrations, restored elsewhere: none of those acknowledged at its start is missing, and the work goes on")
def backup_under_load():
    with House() as house, House() as restored, tempfile.TemporaryDirectory() as scratch:
        token, ledger, faults, ended = house.add_token("intake", "manager"), Ledger(), [], threading.Event()
        house.start()
        clients = [
            threading.Thread(target=client, args=(house, token, ledger, f"b-{i}", faults, ended), daemon=True) for i in range(CLIENTS)]
        for thread in clients:
            thread.start()
        wait_for(ledger, BEFORE, faults)
        acknowledged = Ledger()
        acknowledged.stories = dict(ledger.stories)
        file = os.path.join(scratch, "backup")
        command("backup", file, "--data", house.folder)
        after = len(ledger)
        wait_for(ledger, after + 50, faults)
        ended.set()
        house.stop()
        for thread in clients:
            thread.join(timeout=70)
        said = command("restore", file, "--data", restored.folder)
        assert "whole" in said, said
        command("verify", "--data", restored.folder)
        restored.start()
        check_against_ledger(restored, API(restored.port, token), acknowledged)
        restored.stop()
        check_database(restored)
        print(f"      {len(acknowledged)} acknowledged before, all there; {after} when it was done")


@test("no room for a backup, or to restore one: it ends with words, leaves nothing behind, and the house is as it was")
def no_room():
    with House() as house, House() as small, tempfile.TemporaryDirectory() as scratch:
        token = house.add_token("intake", "manager")
        house.start()
        API(house.port, token).register()
        whole = os.path.join(scratch, "backup")
        command("backup", whole, "--data", house.folder)
        with small_disk(small, megabytes=1):
            with open(os.path.join(small.folder, "ballast"), "wb", buffering=0) as ballast:
                ballast.write(bytes(900_000))
            before = os.listdir(small.folder)
            done = subprocess.run(
                [BINARY, "backup", os.path.join(small.folder, "backup"), "--data", house.folder], capture_output=True, text=True,
                timeout=60)
            same(done.returncode, 74, done.stderr)
            same(os.listdir(small.folder), before, "left behind")
            done = subprocess.run(
                [BINARY, "restore", whole, "--data", os.path.join(small.folder, "new")], capture_output=True, text=True, timeout=60)
            same(done.returncode, 74, done.stderr)
            same(os.listdir(small.folder), before, "left behind")
        command("verify", "--data", house.folder)
