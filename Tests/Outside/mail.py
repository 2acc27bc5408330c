"""Real mail servers beside a house: Dovecot for what comes in, Postfix for what goes out, and letters as their reader finds them."""
import email.policy
import email.utils
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid

from Tests.Outside.program import PASSWORD, ROOT, free_port
from Tests.Outside.report import NotHere, same

SCRIPTS = ROOT / "Tests" / "MailTests" / "Servers" / "scripts"
ADDRESS = "klachten@gehoor.test"
USER, SECRET = "jan", "geheim"


class MailServer:
    """One of the servers of Tests/MailTests, in a folder and on ports of its own, that can be killed and started again."""

    def __init__(self, script, port_count, *words):
        self.script, self.words = script, words
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gehoor-mail-"))
        self.folder.chmod(0o755)
        self.ports = []
        while len(self.ports) < port_count:
            port = free_port()
            self.ports += [port] if port not in self.ports else []
        self.process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.end(signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        program = ["python3"] if self.script.endswith(".py") else []
        with open(self.folder / "output", "ab") as output:
            self.process = subprocess.Popen(
                [*program, str(SCRIPTS / self.script), str(self.folder), *map(str, self.ports), *self.words],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
        deadline = time.monotonic() + 30
        while not all(map(is_open, self.ports)):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise NotHere("its mail server did not start: " + (self.folder / "output").read_text(errors="replace")[-500:])
            time.sleep(0.05)
        return self

    def end(self, how=signal.SIGTERM):
        """Ends it and all that it has started; by SIGKILL without last words."""
        if self.process is None:
            return
        if how == signal.SIGTERM:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                pass
        for number in [self.process.pid, *descendants(self.process.pid), *self._masters()]:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        self.process = None
        while any(map(is_open, self.ports)):
            time.sleep(0.02)

    def _masters(self):
        """What has made itself independent of us: Postfix's master and whoever works for it."""
        try:
            master = int((self.folder / "queue" / "pid" / "master.pid").read_text())
        except (OSError, ValueError):
            return []
        return [master, *descendants(master)] if pathlib.Path(f"/proc/{master}").exists() else []

    @property
    def certificates(self):
        return str(self.folder / "ca.pem")

    # What Dovecot holds for its user, and what Postfix has delivered.

    def deliver(self, mail, user=USER):
        """Puts a mail into a mailbox as a mail server would."""
        box = self.folder / "mail" / user
        for part in ("cur", "new", "tmp"):
            (box / part).mkdir(parents=True, exist_ok=True)
            (box / part).chmod(0o777)
        box.chmod(0o777)
        name = f"{time.time():.6f}.{uuid.uuid4().hex}.test"
        (box / "tmp" / name).write_bytes(mail if isinstance(mail, bytes) else as_bytes(mail))
        (box / "tmp" / name).chmod(0o666)
        (box / "tmp" / name).rename(box / "new" / name)

    def kept(self):
        """What odd_smtp.py has taken, in order: letters with the address that each was sent from."""
        found = []
        for path in sorted((self.folder / "letters").iterdir()):
            sender, _, letter = path.read_bytes().partition(b"\n")
            message = email.message_from_bytes(letter, policy=email.policy.default)
            message.envelope_sender = sender[5:].decode().split(" ")[0].strip("<>")
            found.append(message)
        return found

    def delivered(self, whose):
        """The letters that came for somebody, oldest first, each with when it came."""
        found = []
        for part in ("new", "cur"):
            folder = self.folder / "delivered" / whose / part
            for path in folder.iterdir() if folder.exists() else []:
                found.append((path.stat().st_mtime, email.message_from_bytes(path.read_bytes(), policy=email.policy.default)))
        return [letter for _, letter in sorted(found, key=lambda pair: pair[0])]

    def wait_for(self, whose, count, seconds=60):
        """That many letters for somebody, or what has come when the time is over."""
        deadline = time.monotonic() + seconds
        while len(letters := self.delivered(whose)) < count and time.monotonic() < deadline:
            time.sleep(0.05)
        return letters


def is_open(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def descendants(number):
    """All that a process has started, and what these have."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, open_ = [], [number]
    while open_:
        mine = children.get(open_.pop(), [])
        found += mine
        open_ += mine
    return found


def mail(sender, subject, text, to=ADDRESS, **headers):
    """A mail as an ordinary program writes it; names of headers with `_` for `-`."""
    message = email.message.EmailMessage(policy=email.policy.default.clone(max_line_length=200))
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = email.utils.formatdate(localtime=True)
    message["Message-ID"] = headers.pop("Message_ID", f"<{uuid.uuid4().hex}@klant.test>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def as_bytes(message):
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))


def set_up(house, browser, incoming=None, outgoing=None, plain=False, address=ADDRESS):
    """Fills in the page of settings, as an administrator who is signed in. `plain`: the server for sending knows no TLS and no login."""
    path = "/beheer/e-mail"
    page = browser.get(path)[1]
    fields = {"address": address, "plus": "1"}
    if incoming:
        fields |= {
            "imap.1.host": "localhost", "imap.1.port": incoming.ports[1], "imap.1.security": "tls", "imap.1.user": USER,
            "imap.1.password": SECRET, "imap.1.folder": "INBOX"}
    if outgoing:
        fields |= {"smtp.host": "localhost", "smtp.port": outgoing.ports[0], "smtp.security": "none" if plain else "startTLS"}
        fields |= {} if plain else {"smtp.user": USER, "smtp.password": SECRET}
    hidden = {name: browser.hidden(page, name) for name in ("token", "gezien")}
    status, answer = browser.post(path, **hidden, **fields)
    same((status, "Er is een probleem" in answer), (200, False), answer)


def administrator(house):
    """Somebody who may set up mail. Before `start` of the house."""
    house.add_staff("Ada Beheerder", "ada@huis.invalid", "administrator")


def sign_in(browser, address="ada@huis.invalid"):
    status, page = browser.post("/aanmelden", email=address, password=PASSWORD)
    same(status, 200, page)
    return browser
