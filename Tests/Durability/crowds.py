"""Connections that never finish: heads that stay half, bodies that come a byte at a time. Others hardly notice, and each is closed in time."""
import resource
import selectors
import socket
import statistics
import threading
import time
import urllib.request

from Tests.Outside.api import API
from Tests.Outside.program import House
from Tests.Outside.report import NotHere, same, test

HALF_OPEN, SLOW_BODIES, CLOSED_WITHIN, P99 = 1000, 500, 30, 0.5


def crowd(port, token):
    """The connections, each with what it sends a byte of every second (nothing when it is silent), and when it was opened."""
    members = {}
    for number in range(HALF_OPEN + SLOW_BODIES):
        one = socket.create_connection(("127.0.0.1", port), timeout=20)
        if number < HALF_OPEN:
            one.sendall(f"GET /klacht HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Half: ".encode())
            members[one] = (time.monotonic(), b"")
        else:
            one.sendall(
                f"POST /api/v1/complaints HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
                "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{".encode())
            members[one] = (time.monotonic(), b" ")
        one.setblocking(False)
    return members


def sit_out(members, until):
    """Keeps the crowd going; returns for each member that was closed how long that took, in seconds."""
    selector, lives, next_byte = selectors.DefaultSelector(), [], time.monotonic() + 1
    for one in members:
        selector.register(one, selectors.EVENT_READ)
    while members and time.monotonic() < until:
        for key, _ in selector.select(timeout=0.2):
            try:
                ended = not key.fileobj.recv(65536)
            except BlockingIOError:
                continue
            except OSError:
                ended = True
            if ended:
                selector.unregister(key.fileobj)
                key.fileobj.close()
                lives.append(time.monotonic() - members.pop(key.fileobj)[0])
        if time.monotonic() > next_byte:
            next_byte += 1
            for one, (_, byte) in members.items():
                try:
                    byte and one.send(byte)
                except OSError:
                    pass
    return lives


def others(house, token, times, faults, ended):
    """Somebody who works on meanwhile."""
    api = API(house.port, token)
    number = api.register()["number"]
    while not ended.is_set():
        began = time.monotonic()
        try:
            same(api.ask("GET", f"/complaints/{number}")[0], 200)
            same(urllib.request.urlopen(house.base + "/klacht", timeout=20).status, 200)
        except Exception as fault:  # noqa: BLE001 (whatever it is: the others must not notice)
            faults.append(fault)
        times.append((time.monotonic() - began) / 2)
        time.sleep(0.01)
    api.close()


@test(f"{HALF_OPEN} half-open connections and {SLOW_BODIES} slow bodies: others have an answer in {P99} s, each is closed in {CLOSED_WITHIN} s")
def crowds():
    wanted = 2 * (HALF_OPEN + SLOW_BODIES)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise NotHere(f"{wanted} open files are needed, {hard} may be")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    with House() as house:
        token, times, faults, ended = house.add_token("intake", "manager"), [], [], threading.Event()
        house.start()
        workers = [threading.Thread(target=others, args=(house, token, times, faults, ended), daemon=True) for _ in range(4)]
        for worker in workers:
            worker.start()
        members = crowd(house.port, token)
        lives = sit_out(members, time.monotonic() + CLOSED_WITHIN + 15)
        ended.set()
        for worker in workers:
            worker.join(timeout=30)
        assert not faults, f"{len(faults)} others got no answer, first: {faults[0]!r}"
        p99 = statistics.quantiles(times, n=100)[98]
        print(f"      {len(times)} answers to others, 99 % within {p99 * 1000:.0f} ms; the crowd was gone after {max(lives):.1f} s")
        same(len(members), 0, "still open")
        assert max(lives) <= CLOSED_WITHIN, f"the last was closed after {max(lives):.1f} s"
        assert p99 <= P99, f"{p99:.3f} s"
