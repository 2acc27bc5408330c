"""The program under test: its commands, and a server that can be stopped, killed and started again."""
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("GEHOOR_BINARY", str(ROOT / ".build" / "debug" / "gehoor"))
PASSWORD = "vier-paarden-en-een-fiets"


def free_port():
    """A port that nobody has; from GEHOOR_TEST_PORT upwards where that is set."""
    first = int(os.environ.get("GEHOOR_TEST_PORT", "0"))
    for port in range(first, first + 30) if first else [0]:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise RuntimeError("no free port")


def command(*words, stdin="", expect=0, database=None):
    """Runs `gehoor WORDS` and returns what it printed on standard output. `database`: the address of one on a server."""
    done = subprocess.run([BINARY, *words], input=stdin, capture_output=True, text=True, timeout=120, env=surroundings(database))
    if done.returncode != expect:
        raise AssertionError(f"gehoor {' '.join(words)} ended with {done.returncode}, not {expect}:\n{done.stdout}{done.stderr}")
    return done.stdout


def surroundings(database):
    """The environment of a program whose house is in this database; in its folder alone without one."""
    rest = {name: value for name, value in os.environ.items() if name != "GEHOOR_DATABASE"}
    return rest | ({"GEHOOR_DATABASE": database} if database else {})


class House:
    """A temporary house with its own server. On a database of a PostgreSQL server where one is given."""

    def __init__(self, address=None):
        self.folder = tempfile.mkdtemp(prefix="gehoor-house-")
        self.address = address
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.process = None
        # What its server finds in its environment besides.
        self.surroundings = {}
        self.set_up_link = None
        self.messages = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def database(self):
        return os.path.join(self.folder, "gehoor.sqlite")

    def add_staff(self, name, email, *roles):
        self.command("staff", "add", "--name", name, "--email", email, "--role", ",".join(roles), "--password-stdin",
                     stdin=PASSWORD + "\n")

    def add_token(self, *roles, name="tests"):
        return self.command("token", "add", "--name", name, "--role", ",".join(roles)).strip()

    def command(self, *words, **more):
        """Runs `gehoor WORDS` on this house."""
        return command(*words, "--data", self.folder, database=self.address, **more)

    def start(self, under=()):
        """Starts the server, under another program (strace) if wanted, and waits until it listens."""
        words = [*under, BINARY, "serve", "--data", self.folder, "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
            env=surroundings(self.address) | self.surroundings)
        listening = threading.Event()
        threading.Thread(target=self._read, args=(self.process.stdout, listening), daemon=True).start()
        threading.Thread(target=self._read, args=(self.process.stderr, listening), daemon=True).start()
        deadline = time.monotonic() + 60
        while not listening.is_set():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError("the server did not start:\n" + "\n".join(self.messages[-20:]))
            listening.wait(0.05)
        return self

    def _read(self, stream, listening):
        for line in stream:
            self.messages.append(line.rstrip("\n"))
            if re.match(re.escape(self.base) + "/inrichten/", line):
                self.set_up_link = line.strip()
            if line.startswith("Gehoor listens"):
                listening.set()

    def kill(self):
        """kill -9: no last words."""
        self._end(signal.SIGKILL)

    def stop(self):
        """A clean stop."""
        self._end(signal.SIGTERM)

    def _end(self, how):
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, how)
        except ProcessLookupError:
            pass
        try:
            self.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None
