"""The power goes: what had reached the disk at one moment, and nothing else, is what there is when it comes back.

The house stands on a file system of its own, in an image on a loop device without a cache of its own. The server is halted amid its work, the
image is copied as the disk holds it – what the system still had in memory is not in it – and the server gets no other word. Then the copy is
mounted, as after a power cut, and compared with the ledger that is kept here."""
import contextlib
import os
import signal
import subprocess
import tempfile
import threading
import time

from Tests.Durability.kills import CLIENTS, Ledger, check_against_ledger, check_database, client
from Tests.Outside.api import API
from Tests.Outside.program import House, command
from Tests.Outside.report import NotHere, test

ROUNDS, ACKNOWLEDGED, MEGABYTES = int(os.environ.get("GEHOOR_POWER_CUTS", "1")), 200, 192


def system(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


@contextlib.contextmanager
def house_on(image):
    """A house in a folder of the file system in `image`."""
    house, device = House(), None
    try:
        device = system("losetup", "--find", "--show", "--direct-io=on", image)
        # Nothing is written before somebody asks for it: else the system's own flush, every few seconds, would help.
        system("mount", "-t", "ext4", "-o", "commit=300", device, house.folder)
    except (OSError, subprocess.CalledProcessError) as refusal:
        if device:
            subprocess.run(["losetup", "--detach", device], check=False)
        os.rmdir(house.folder)
        raise NotHere("a disk of its own needs root and loop devices") from refusal
    disk = house.folder
    house.folder = os.path.join(disk, "house")
    try:
        with house:
            yield house
    finally:
        subprocess.run(["umount", "--lazy", disk], check=False, capture_output=True)
        subprocess.run(["losetup", "--detach", device], check=False, capture_output=True)
        os.rmdir(disk)


def registering(house, token, ledger, turn):
    """Clients that register until the server is gone; returns what they may complain of, and what ends them."""
    faults, ended = [], threading.Event()
    threads = [
        threading.Thread(target=client, args=(house, token, ledger, f"{turn}-{i}", faults, ended), daemon=True) for i in range(CLIENTS)]
    for thread in threads:
        thread.start()

    def end():
        ended.set()
        house.kill()
        for thread in threads:
            thread.join(timeout=70)
        if faults:
            raise faults[0]
    return faults, end


def cut_the_power(house, token, ledger, turn, image, copy):
    """Registers until enough is acknowledged, halts the server, and copies what the disk holds. Returns the ledger of that moment."""
    before = len(ledger)
    faults, end = registering(house, token, ledger, turn)
    deadline = time.monotonic() + 180
    while len(ledger) < before + ACKNOWLEDGED and not faults and time.monotonic() < deadline:
        time.sleep(0.002)
    os.killpg(house.process.pid, signal.SIGSTOP)
    # Answers that are on their way were given before: they count.
    time.sleep(0.5)
    then = Ledger()
    with ledger.lock:
        then.stories = dict(ledger.stories)
    system("cp", "--sparse=always", image, copy)
    end()
    assert len(then) >= before + ACKNOWLEDGED, f"only {len(then) - before} were acknowledged"
    return then


@test(f"a power cut amid registrations, {ROUNDS} of {ACKNOWLEDGED} acknowledged: none missing, none doubled, no chain broken")
def power_cuts():
    with tempfile.TemporaryDirectory() as scratch:
        image = os.path.join(scratch, "disk-0")
        with open(image, "wb") as disk:
            disk.truncate(MEGABYTES << 20)
        try:
            system("mkfs.ext4", "-q", "-F", image)
        except (OSError, subprocess.CalledProcessError) as refusal:
            raise NotHere("mkfs.ext4 is needed") from refusal
        token, ledger = None, Ledger()
        for turn in range(ROUNDS + 1):
            copy = os.path.join(scratch, f"disk-{turn + 1}")
            with house_on(image) as house:
                token = token or house.add_token("intake", "manager")
                house.start()
                if turn:
                    api = API(house.port, token)
                    check_against_ledger(house, api, ledger)
                    command("verify", "--data", house.folder)
                    api.close()
                    print(f"      cut {turn}: {len(ledger)} in the ledger, all there")
                if turn == ROUNDS:
                    house.stop()
                    check_database(house)
                else:
                    ledger = cut_the_power(house, token, ledger, turn, image, copy)
            os.unlink(image)
            image = copy
