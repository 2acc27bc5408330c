"""odd_imap.py FOLDER PORT: an IMAP server with one mailbox that is at odds with itself over some mails. FOLDER/mails/N is the mail with number N,
whose first line says how it is given: well, no (NO), bye (the connection ends), silent (nothing comes), large (a literal that is larger than was
said), nothing (listed, without bytes), unlisted (its size ends the connection too). FOLDER/validity holds UIDVALIDITY.
Where FOLDER/no-next is, it does not say which number comes next. What FOLDER/down says is how every mail is given: the server is in trouble.
"""
import os
import re
import socket
import sys
import threading

folder, port = sys.argv[1], int(sys.argv[2])
mails = os.path.join(folder, "mails")
LARGE = 4 << 20


def listed():
    return sorted(int(name) for name in os.listdir(mails))


def read(uid):
    with open(os.path.join(mails, str(uid)), "rb") as file:
        how, _, mail = file.read().partition(b"\n")
    try:
        with open(os.path.join(folder, "down"), "rb") as file:
            how = file.read()
    except OSError:
        pass
    return how.decode().strip(), mail


def validity():
    try:
        with open(os.path.join(folder, "validity")) as file:
            return file.read().strip()
    except OSError:
        return "7"


class Gone(Exception):
    pass


class Conversation:
    def __init__(self, connection):
        self.connection, self.file = connection, connection.makefile("rb")

    def say(self, line):
        self.connection.sendall(line if isinstance(line, bytes) else line.encode() + b"\r\n")

    def run(self):
        self.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] odd")
        while line := self.file.readline():
            tag, _, rest = line.decode().strip().partition(" ")
            try:
                self.say(f"{tag} {self.answer(rest)}")
            except Gone:
                return

    def answer(self, rest):
        word = rest.split(" ")[0].upper()
        if word == "CAPABILITY":
            self.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR")
        elif word == "AUTHENTICATE" and len(rest.split(" ")) < 3:
            self.say("+ ")
            self.file.readline()
        elif word in ("SELECT", "NOOP"):
            self.say(f"* {len(listed())} EXISTS")
            self.say(f"* OK [UIDVALIDITY {validity()}] valid")
            if not os.path.exists(os.path.join(folder, "no-next")):
                self.say(f"* OK [UIDNEXT {max(listed() or [0]) + 1}] next")
        elif "FETCH" in rest.upper():
            return self.fetch(rest)
        elif word == "LOGOUT":
            self.say("* BYE")
        return "OK done"

    def fetch(self, rest):
        numbers, what = re.match(r"(?:UID )?FETCH (\S+) \((.*)\)", rest, re.I).groups()
        uids = listed()
        chosen = []
        for part in numbers.split(","):
            first, _, last = part.partition(":")
            wanted = range(int(first), int(last or first) + 1)
            chosen += [u for u in wanted if u in uids] if rest.upper().startswith("UID") else uids[wanted[0] - 1:wanted[-1]]
        for uid in chosen:
            how, mail = read(uid)
            place = uids.index(uid) + 1
            if "BODY" in what:
                self.body(uid, place, how, mail)
                if how in ("no", "unavailable"):
                    return "NO [SERVERBUG] Deze mail is kapot" if how == "no" else "NO [UNAVAILABLE] Opslag weg"
            elif "SIZE" in what:
                if how == "unlisted":
                    self.say("* BYE FETCH failed: Internal error occurred.")
                    raise Gone
                self.say(f'* {place} FETCH (UID {uid} RFC822.SIZE {len(mail)} INTERNALDATE "20-Nov-2026 10:15:00 +0100")')
            else:
                self.say(f"* {place} FETCH (UID {uid})")
        return "OK done"

    def body(self, uid, place, how, mail):
        if how in ("bye", "unlisted"):
            self.say("* BYE FETCH failed: Internal error occurred.")
            raise Gone
        if how == "silent":
            self.file.readline()
            raise Gone
        if how == "nothing":
            self.say(f"* {place} FETCH (UID {uid} BODY[] NIL)")
        elif how not in ("no", "unavailable"):
            data = mail + b"x" * LARGE if how == "large" else mail
            self.say(f"* {place} FETCH (UID {uid} BODY[] {{{len(data)}}}\r\n".encode() + data + b")\r\n")


def serve(connection):
    try:
        Conversation(connection).run()
    except OSError:
        pass
    finally:
        connection.close()


os.makedirs(mails, exist_ok=True)
listener = socket.create_server(("127.0.0.1", port))
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
