"""A PostgreSQL server of its own, on a free port of this machine only, which is taken away with all that is in it. As root, the user postgres
runs it: PostgreSQL refuses root. `python3 -m Tests.Outside.postgres COMMAND…` (scripts/with-postgres) runs a command beside one."""
import glob
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

from Tests.Outside.program import free_port

SECRET = "gehoor-test"

# What keeps data safe stays on: Gehoor does not start without.
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
max_connections = 500
shared_buffers = 256MB
max_wal_size = 4GB
logging_collector = off
log_min_messages = fatal
autovacuum = {autovacuum}
"""


class NoServer(Exception):
    """PostgreSQL is not installed, or does not do what it should."""


class Server:
    def __init__(self, settings="", place=None, data=None, role=None):
        """`settings`: more lines of postgresql.conf. `place`: the folder to make it in. `data`: a folder of an earlier one, stopped, or of a
        backup, to begin with a copy of. `role`: "recovery" or "standby" for one that begins by taking in what others wrote."""
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        if not programs:
            raise NoServer("PostgreSQL is not installed: run scripts/setup-tests")
        self.programs, self.port = programs[-1], None
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self.folder = tempfile.mkdtemp(prefix="gehoor-postgres.", dir=place or roomy_place())
        self.data = os.path.join(self.folder, "data")
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        try:
            if data:
                subprocess.run(["cp", "-a", str(data), self.data], check=True)
            else:
                self._make()
            self._set(settings)
            if role:
                self.make_file(os.path.join("data", f"{role}.signal"))
            self._start_somewhere()
        except BaseException:
            self.remove()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    @property
    def url(self):
        return self.address("postgres")

    def address(self, name):
        return f"postgres://gehoor:{SECRET}@127.0.0.1:{self.port}/{name}"

    def new_database(self):
        return new_database(self.url)

    def start(self):
        """Starts it where it was, and waits until it takes connections."""
        words = ["-D", self.data, "-l", os.path.join(self.folder, "server.log"), "-o", f"-p {self.port}", "-w", "-t", "60", "start"]
        self.run("pg_ctl", *words)

    def stop(self, how="fast"):
        self.run("pg_ctl", "-D", self.data, "-m", how, "-w", "stop")

    def kill(self):
        """kill -9 of all of it at once: no last words, and nothing kept of what was only in its memory."""
        first = int(pathlib.Path(self.data, "postmaster.pid").read_text().splitlines()[0])
        # While it stands still, it makes no more of them.
        os.kill(first, signal.SIGSTOP)
        others = pathlib.Path(f"/proc/{first}/task/{first}/children").read_text().split()
        for process in [first, *map(int, others)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        wait_until_gone([first, *others])

    def kill_one(self, database):
        """kill -9 of one process that serves a connection: the server undoes what all are doing, and begins anew by itself."""
        found = ask(database, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() "
                    "AND datname = current_database() ORDER BY state = 'active' DESC LIMIT 1")
        os.kill(int(found), signal.SIGKILL)
        wait_until_gone([found])

    def remove(self):
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, program, *words, check=True):
        """Runs one of PostgreSQL's own programs, as whoever the server belongs to. Its output."""
        who = ["runuser", "-u", self.owner.pw_name, "--"] if self.owner else []
        # No pipe: what is started would hold it open.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(
                [*who, os.path.join(self.programs, program), *words], stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/")
            said.seek(0)
            text = said.read()
        if check and done.returncode:
            log = pathlib.Path(self.folder, "server.log")
            raise NoServer(f"{program} ended with {done.returncode}: {text}{log.read_text()[-2000:] if log.exists() else ''}")
        return text

    def make_file(self, name):
        """An empty file, or a folder where the name ends in a slash, in the server's folder and its own."""
        path = os.path.join(self.folder, name)
        os.mkdir(path) if name.endswith("/") else pathlib.Path(path).touch()
        if self.owner:
            os.chown(path, self.owner.pw_uid, self.owner.pw_gid)
        return path

    def backup(self, *words):
        """A base backup by PostgreSQL's own program, while the server runs; its folder."""
        folder = os.path.join(self.folder, f"base-{uuid.uuid4().hex[:8]}")
        self.run("pg_basebackup", "-d", self.url, "-D", folder, "--checkpoint=fast", "--no-sync", *words)
        return folder

    def _make(self):
        secret = pathlib.Path(self.folder, "secret")
        secret.write_text(SECRET + "\n")
        secret.chmod(0o644)
        self.run("initdb", "-D", self.data, "--username=gehoor", f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8",
                 "--locale=C.UTF-8", "--no-sync", "--data-checksums")

    def _set(self, settings):
        """Later lines win."""
        autovacuum = os.environ.get("GEHOOR_TEST_POSTGRES_AUTOVACUUM", "off")
        with open(os.path.join(self.data, "postgresql.conf"), "a") as file:
            file.write(SETTINGS.format(folder=self.folder, autovacuum=autovacuum) + settings.replace("{folder}", self.folder) + "\n")

    def _start_somewhere(self):
        for turn in range(5):
            # A port that is free now may be taken a moment later.
            self.port = free_port()
            try:
                return self.start()
            except NoServer:
                if turn == 4:
                    raise


def roomy_place():
    """In memory where there is room, since every test has a database of its own; GEHOOR_TEST_POSTGRES_FOLDER says otherwise."""
    wanted = os.environ.get("GEHOOR_TEST_POSTGRES_FOLDER")
    if wanted:
        return wanted
    try:
        return "/dev/shm" if shutil.disk_usage("/dev/shm").free > 4_000_000_000 else None
    except OSError:
        return None


def wait_until_gone(processes):
    deadline = time.monotonic() + 20
    while any(os.path.exists(f"/proc/{process}") for process in processes) and time.monotonic() < deadline:
        time.sleep(0.01)


def ask(address, sql):
    """What a statement answers: a line a row, columns with tabs between them."""
    done = subprocess.run(
        ["psql", "-X", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql, address], capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise NoServer(done.stderr)
    return done.stdout.strip("\n")


def new_database(server):
    """The address of an empty database on the server with this address."""
    name = f"gehoor_{uuid.uuid4().hex}"
    ask(server, f"CREATE DATABASE {name}")
    return server.rsplit("/", 1)[0] + "/" + name


def drop_database(address):
    ask(address.rsplit("/", 1)[0] + "/postgres", f"DROP DATABASE IF EXISTS {address.rsplit('/', 1)[1]} WITH (FORCE)")


def beside(command):
    """Runs a command, which finds the server's address in GEHOOR_TEST_POSTGRES; its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with Server() as server:
            return subprocess.run(command, env=os.environ | {"GEHOOR_TEST_POSTGRES": server.url}).returncode
    except NoServer as why:
        print(f"with-postgres: {why}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(beside(sys.argv[1:]))
