"""Servers that a house can't be kept on, or not now: each is refused in a sentence, with a code of its own and without the password."""
import contextlib
import os
import socket
import struct
import subprocess
import tempfile
import threading

from Tests.Outside.postgres import NoServer, SECRET, Server, ask
from Tests.Outside.program import BINARY, surroundings
from Tests.Outside.report import NotHere, test

# Ends of a command (docs/operation.md).
NOT_THERE, IO, NOT_ALLOWED, SETTINGS_WRONG = 66, 74, 77, 78


def refused(address, code, *words):
    """Looks at a house there, which must end with this code and a sentence with these words."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [BINARY, "verify", "--data", os.path.join(folder, "node")], capture_output=True, text=True, timeout=60, env=surroundings(address))
    said = done.stderr.strip()
    assert done.returncode == code and all(word in said for word in words), f"{words}: ended with {done.returncode}: {said}"
    assert SECRET not in said and "geheim" not in said and not done.stdout, said
    assert len(said.splitlines()) == 1, said


@contextlib.contextmanager
def older_server(version):
    """Somebody who lets everybody in as a PostgreSQL of another version
    (https://www.postgresql.org/docs/15/protocol-message-formats.html)."""
    def message(kind, body):
        return kind + struct.pack("!I", len(body) + 4) + body

    def serve(client):
        with client:
            while True:
                size = struct.unpack("!I", client.recv(4))[0]
                code = struct.unpack("!I", client.recv(size - 4)[:4])[0]
                if code == 196608:
                    break
                # No encryption here.
                client.sendall(b"N")
            status = [f"server_version\0{version}\0", "server_encoding\0UTF8\0", "client_encoding\0UTF8\0"]
            client.sendall(message(b"R", struct.pack("!I", 0)) + b"".join(message(b"S", text.encode()) for text in status)
                           + message(b"K", struct.pack("!II", 1, 2)) + message(b"Z", b"I"))
            client.recv(1000)

    def listen(listener):
        with contextlib.suppress(OSError):
            while True:
                serve(listener.accept()[0])

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=listen, args=(listener,), daemon=True).start()
        yield listener.getsockname()[1]


@test("a server that is gone, too old, unsafe, of another encoding or a later program, or lets nobody in, is refused by name")
def refusals():
    try:
        server = Server()
    except NoServer as why:
        raise NotHere(str(why)) from why
    with server:
        address = server.new_database()
        refused(address, NOT_THERE, "no house in the database")
        refused(server.address("nergens"), NOT_THERE, "has no database", "createdb")
        refused(address.replace(SECRET, "geheim"), NOT_ALLOWED, "does not accept the user or the password")
        refused(address.replace("gehoor:", "niemand:"), NOT_ALLOWED, "does not accept the user or the password")
        ask(server.url, "CREATE DATABASE ander TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")
        refused(server.address("ander"), SETTINGS_WRONG, "SQL_ASCII", "--encoding=UTF8")
        ask(server.url, "CREATE DATABASE vol")
        ask(server.address("vol"), "CREATE TABLE iets (id BIGINT)")
        refused(server.address("vol"), SETTINGS_WRONG, "tables of something else")
        ask(server.url, "ALTER DATABASE vol SET synchronous_commit = off")
        refused(server.address("vol"), SETTINGS_WRONG, "synchronous_commit=off", "Set synchronous_commit=on")
        ask(server.url, "CREATE ROLE buiten LOGIN PASSWORD 'geheim'")
        ask(server.url, "REVOKE CONNECT ON DATABASE vol FROM PUBLIC")
        refused(server.address("vol").replace(f"gehoor:{SECRET}", "buiten:geheim"), NOT_ALLOWED, "does not let us in")
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [BINARY, "demo", "--complaints", "3", "--data", folder], check=True, capture_output=True, env=surroundings(address))
        ask(address, "INSERT INTO migration (number, name, checksum) VALUES (9000, '9000-from-the-future', 'x')")
        refused(address, SETTINGS_WRONG, "newer than this program", "9000-from-the-future")
        for setting in ("fsync", "full_page_writes"):
            ask(server.url, f"ALTER SYSTEM SET {setting} = off")
            server.stop()
            server.start()
            refused(address, SETTINGS_WRONG, f"{setting}=off", f"Set {setting}=on")
            ask(server.url, f"ALTER SYSTEM RESET {setting}")
        server.stop()
        refused(address, IO, "can't be reached")
    with older_server("14.9") as port:
        refused(f"postgres://gehoor:geheim@127.0.0.1:{port}/gehoor?sslmode=disable&gssencmode=disable", SETTINGS_WRONG, "14.9", "15 or newer")
