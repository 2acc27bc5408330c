"""Mail that was damaged at random, through the process that reads it: it answers each within a second, and when it doesn't, it is replaced.

GEHOOR_MAILS says how many; scripts/trust reads a hundred thousand.
"""
import collections
import http.client
import json
import os
import pathlib
import random
import sqlite3
import struct
import subprocess
import threading
import time
import urllib.request

from Tests.Outside.program import BINARY, House
from Tests.Outside.report import same, test

COUNT = int(os.environ.get("GEHOOR_MAILS", "2000"))
BROUGHT = int(os.environ.get("GEHOOR_MAILS", "400"))
LONGEST = 1.0

BOUNDARY = b"--grens\r\n"
SEEDS = [
    b"From: =?iso-8859-1?q?J=E4n?= <jan@example.nl>\r\nTo: groep: a@b.nl, \"c, d\" <c@d.nl>;\r\nSubject: =?utf-8?b?S2xhY2h0?= over\r\n"
    b"Date: Tue, 24 Nov 2026 10:00:00 +0100\r\nReferences: <a@b> <c@d>\r\nContent-Type: multipart/mixed; boundary=grens\r\n\r\n" + BOUNDARY
    + b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; format=flowed; charset=utf-16\r\n\r\nHallo \r\n> oud\r\n-- \r\n"
    b"--b\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<div><p>a<b>b</b><img src=cid:a><table><tr><td>x<a href='javascript:x'>y</table>\r\n--b--\r\n"
    + BOUNDARY + b"Content-Type: image/png; name*=utf-8''caf%C3%A9.png\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    + BOUNDARY + b"Content-Type: message/rfc822\r\n\r\nFrom: x@y.nl\r\nSubject: binnen\r\n\r\nOp 3 nov 2026 schreef Jan:\r\n> x\r\n--grens--\r\n",
    b"From: MAILER-DAEMON@x.nl\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=grens\r\n\r\n" + BOUNDARY
    + b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.nl\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    + BOUNDARY + b"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <brief@gehoor.nl>\r\n\r\n--grens--\r\n",
    b"From: a@b.nl\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\nAuthentication-Results: mx; dmarc=pass (a(b)c)\r\n\r\n"
    b"=C4=E3 caf=E9=\r\n\r\nVan: Piet\r\nVerzonden: gisteren\r\nAan: Jan\r\n\r\nbegin 644 a\r\n",
]
WORDS = [b"\r\n", b"\n", b"\"", b"(", b"<", b">", b"=?utf-8?q?", b"--", b"--grens", b";", b"\0", b"<div>", b"<table>", b"&#x202e;", "\u202e".encode(),
         b"Content-Type: message/rfc822\r\n\r\n", b"Content-Transfer-Encoding: base64\r\n", b"\r\n\r\n", b"=", b"%", b"boundary=", b"\xff"]


def damaged(dice):
    mail = bytearray(dice.choice(SEEDS))
    for _ in range(dice.randint(1, 15)):
        place = dice.randint(0, len(mail))
        kind = dice.randint(0, 6)
        if kind == 0 and mail:
            mail[place % len(mail)] = dice.randint(0, 255)
        elif kind == 1:
            del mail[place:place + dice.randint(1, 80)]
        elif kind == 2:
            mail[place:place] = mail[dice.randint(0, len(mail)):][:dice.randint(1, 300)]
        elif kind == 3:
            mail[place:place] = dice.choice(WORDS) * dice.choice([1, 1, 1, 1, 50, 2000])
        elif kind == 4:
            other = dice.choice(SEEDS)
            mail[place:place] = other[dice.randint(0, len(other)):][:300]
        elif kind == 5:
            mail[place:place] = dice.choice(WORDS)
        elif dice.randint(0, 9) == 0:
            del mail[place:]
    return bytes(mail)


class Reader:
    """The reading process, spoken with as the server does."""

    def __init__(self):
        self.process = subprocess.Popen(
            [BINARY, "read-mail"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"})

    def frame(self):
        head = self.process.stdout.read(4)
        if len(head) < 4:
            raise EOFError
        return self.process.stdout.read(struct.unpack(">I", head)[0])

    def read(self, mail):
        self.process.stdin.write(struct.pack(">I", len(mail)) + mail)
        self.process.stdin.flush()
        answer = json.loads(self.frame())
        for attachment in answer["attachments"]:
            same(len(self.frame()), attachment["size"], "bytes of an attachment")
        return answer

    def worked(self):
        """Seconds that it has worked: a machine that is busy with other things says nothing about a mail."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.kill()
        self.process.wait()


@test("damaged mails are read, each within a second, and none ends the reader")
def damaged_mails():
    dice = random.Random(20261124)
    reader, ended, slowest, longest = Reader(), [], 0.0, 0.0
    for number in range(COUNT):
        mail = damaged(dice)
        began, before = time.monotonic(), reader.worked()
        try:
            answer = reader.read(mail)
            text = "".join(passage["text"] for passage in answer["passages"])
            same("\0" in text or "\u202e" in text, False, f"hidden signs in the text of mail {number}")
        except (EOFError, BrokenPipeError, json.JSONDecodeError):
            ended.append(number)
            reader.end()
            reader, before = Reader(), 0.0
        slowest, longest = max(slowest, time.monotonic() - began), max(longest, reader.worked() - before)
    reader.end()
    print(f"      {COUNT} mails, the slowest {slowest:.3f} s ({longest:.2f} s of work), the reader ended {len(ended)} times {ended[:10]}")
    same(ended, [], "mails that ended the reader")
    if min(slowest, longest) > LONGEST:
        raise AssertionError(f"the slowest took {slowest:.2f} s, {longest:.2f} s of work")


def bring(house, token, mails):
    """Brings mails by the API over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    for mail in mails:
        connection.request("POST", "/api/v1/mail", mail, {"Authorization": f"Bearer {token}", "Content-Type": "message/rfc822"})
        answer = connection.getresponse()
        answer.read()
        same(answer.status, 202, "a mail that was brought")
    connection.close()


def states(house):
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as connection:
        return collections.Counter(dict(connection.execute("SELECT state, count(*) FROM inbox GROUP BY state")))


@test(f"{BROUGHT} damaged mails brought to a serving house: each in a file, with a person, set aside or in quarantine, and it answers all the while")
def damaged_mails_to_a_house():
    dice = random.Random(20261125)
    mails = [mail for mail in (damaged(dice) for _ in range(BROUGHT)) if mail]
    with House() as house:
        token = house.add_token("intake")
        house.start()
        began = time.monotonic()
        bringing = [threading.Thread(target=bring, args=(house, token, mails[i::8]), daemon=True) for i in range(8)]
        for thread in bringing:
            thread.start()
        process, slowest = house.process, 0.0
        deadline = time.monotonic() + 60 + BROUGHT / 20
        while any(thread.is_alive() for thread in bringing) or states(house)["waiting"]:
            asked = time.monotonic()
            same(urllib.request.urlopen(house.base + "/klacht", timeout=30).status, 200, "the form")
            slowest = max(slowest, time.monotonic() - asked)
            assert time.monotonic() < deadline, f"still {states(house)}"
            time.sleep(0.2)
        took, found = time.monotonic() - began, states(house)
        same(process.poll(), None, "the server's end")
        same(sum(found.values()), len(mails), "mails in the house")
        print(f"      {len(mails)} mails in {took:.0f} s: {dict(found)}; the form answered in {slowest:.2f} s at most")
        same(set(found) <= {"placed", "asked", "quarantined"}, True, f"where they are: {dict(found)}")
