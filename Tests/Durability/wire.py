"""A wire between a node and PostgreSQL that is cut once COMMIT was sent: before the server has it, or when it has and before it can say so.

The wire reads along in the protocol (https://www.postgresql.org/docs/15/protocol-message-formats.html): which prepared statement is a COMMIT, and
whether the transaction before it wrote to the journal."""
import contextlib
import json
import socket
import struct
import threading
import time

from Tests.Durability.nodes import Nodes
from Tests.Outside.api import API, sample
from Tests.Outside.postgres import ask
from Tests.Outside.report import same, test

PLAIN = "?sslmode=disable&gssencmode=disable"


class Wire:
    """Listens, and carries every connection on to the server."""

    def __init__(self, port):
        self.to, self.armed, self.cuts, self.is_open = port, None, 0, True
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                if self.is_open:
                    Strand(self, client)
                else:
                    client.close()

    def close(self):
        self.listener.close()


class Strand:
    """One connection."""

    def __init__(self, wire, client):
        self.wire, self.client = wire, client
        self.server = socket.create_connection(("127.0.0.1", wire.to))
        self.statements, self.writes, self.is_last = {}, False, False
        for pump in (self._from_client, self._from_server):
            threading.Thread(target=self._run, args=(pump,), daemon=True).start()

    def _run(self, pump):
        with contextlib.suppress(OSError):
            pump()
        self._cut()

    def _cut(self):
        for end in (self.client, self.server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _from_client(self):
        # The first message has no letter.
        head = receive(self.client, 4)
        self.server.sendall(head + receive(self.client, struct.unpack("!I", head)[0] - 4))
        while True:
            kind, body = message(self.client)
            if kind == b"P":
                name, sql = body.split(b"\0")[:2]
                self.statements[name] = sql
            elif kind == b"B":
                sql = self.statements.get(body.split(b"\0")[1], b"")
                if sql.startswith(b"BEGIN"):
                    self.writes = False
                self.writes = self.writes or b"INTO journal" in sql
                if sql == b"COMMIT" and self.writes and self.wire.armed:
                    how, self.wire.armed = self.wire.armed, None
                    self.wire.cuts += 1
                    self.wire.is_open = self.wire.is_open and not how.endswith("and stays away")
                    if how.startswith("lost"):
                        return
                    self.is_last = True
            self.server.sendall(kind + struct.pack("!I", len(body) + 4) + body)

    def _from_server(self):
        while True:
            kind, body = message(self.server)
            if self.is_last and kind == b"C" and body == b"COMMIT\0":
                return
            if not self.is_last:
                self.client.sendall(kind + struct.pack("!I", len(body) + 4) + body)


def receive(end, count):
    data = b""
    while len(data) < count:
        more = end.recv(count - len(data))
        if not more:
            raise OSError("closed")
        data += more
    return data


def message(end):
    kind = receive(end, 1)
    return kind, receive(end, struct.unpack("!I", receive(end, 4))[0] - 4)


@contextlib.contextmanager
def node_on_a_wire():
    with Nodes() as nodes:
        wire = Wire(nodes.server.port)
        node = nodes.all[0]
        node.address = nodes.address.replace(f":{nodes.server.port}/", f":{wire.port}/") + PLAIN
        node.start()
        try:
            yield nodes, node, wire
        finally:
            node.stop()
            wire.close()


def stories(nodes, text):
    return int(ask(nodes.address, f"SELECT count(*) FROM passage WHERE slot = 'story' AND body = '{text}'"))


@test("cut off after COMMIT was sent, kept or not, with a key or without: the visitor notices nothing, and it is there once")
def cut_after_commit():
    with node_on_a_wire() as (nodes, node, wire):
        api = API(node.port, nodes.token)
        for turn, (how, key) in enumerate((how, key) for how in ("kept", "lost") for key in (None, "sleutel")):
            story = f"De brug stond open, {turn}."
            wire.armed = how
            headers = {"Idempotency-Key": f"{key}-{turn}"} if key else {}
            status, answer = api.ask("POST", "/complaints", sample(story=story), **headers)
            same((status, wire.cuts), (201, turn + 1), f"{how}: {answer}")
            same(stories(nodes, story), 1, f"{how}: there")
            same(api.ask("GET", f"/complaints/{answer['number']}")[1]["story"], story)
        nodes.all[0].command("verify")


@test("cut off after COMMIT was sent while the server stays away: the visitor is told to look, and the key settles it")
def cut_and_away():
    with node_on_a_wire() as (nodes, node, wire):
        for turn, how in enumerate(("kept and stays away", "lost and stays away")):
            story, began = f"De brug bleef open, {turn}.", time.monotonic()
            wire.armed = how
            api = API(node.port, nodes.token)
            status, problem = api.ask("POST", "/complaints", sample(story=story), **{"Idempotency-Key": f"brug-{turn}"})
            same((status, problem["code"]), (503, "storage-in-doubt"), json.dumps(problem))
            print(f"      {how}: said so after {time.monotonic() - began:.0f} s")
            same(stories(nodes, story), 1 if how.startswith("kept") else 0, how)
            wire.is_open = True
            deadline = time.monotonic() + 15
            while True:
                status, answer = api.ask("POST", "/complaints", sample(story=story), **{"Idempotency-Key": f"brug-{turn}"})
                if status == 201 or time.monotonic() > deadline:
                    break
                time.sleep(0.2)
            same(status, 201, answer)
            same(stories(nodes, story), 1, f"{how}: there, in the end")
