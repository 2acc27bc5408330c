"""odd_smtp.py FOLDER PORT: an SMTP server that misbehaves as the recipient's local part says, and writes down what it is told.

later, never: 451 or 554 after the letter. silent: no answer after the letter. hangup: closes after the letter instead of answering.
busy: 421 to the recipient. slow: answers one byte a second. Others are taken and kept as FOLDER/letters/N. What follows a plus does not
count. While FOLDER/mode says one of these, everybody is answered so; while FOLDER/down exists, every greeting is 421; while FOLDER/closed exists,
it is 554. While FOLDER/login exists, a login is offered; whoever uses it is left after one letter. While FOLDER/members exists, others are
refused (554).
"""

import os
import socket
import sys
import threading
import time

folder, port = sys.argv[1], int(sys.argv[2])
letters = os.path.join(folder, "letters")
os.makedirs(letters, exist_ok=True)
lock = threading.Lock()
count = len(os.listdir(letters))


def keep(sender, letter):
    global count
    with lock:
        count += 1
        name = os.path.join(letters, f"{count:05}")
        with open(os.path.join(folder, "coming"), "wb") as file:
            file.write(b"MAIL " + sender + b"\n" + letter)
        os.rename(os.path.join(folder, "coming"), name)


def mode():
    try:
        with open(os.path.join(folder, "mode"), "rb") as file:
            return file.read().strip()
    except OSError:
        return b""


class Conversation:
    def __init__(self, connection):
        self.connection = connection
        self.file = connection.makefile("rb")
        self.sender, self.recipient, self.is_member = b"", b"", False

    def say(self, line, slowly=False):
        data = line.encode() + b"\r\n"
        for piece in [data[i : i + 1] for i in range(len(data))] if slowly else [data]:
            self.connection.sendall(piece)
            if slowly:
                time.sleep(1)

    def run(self):
        if os.path.exists(os.path.join(folder, "down")):
            return self.say("421 4.3.2 Even weg")
        if os.path.exists(os.path.join(folder, "closed")):
            return self.say("554 5.3.2 Gesloten")
        self.say("220 odd.test ESMTP")
        while line := self.file.readline():
            if not self.answer(line.strip()):
                return

    def answer(self, line):
        word = line.split(b" ")[0].upper()
        if word in (b"EHLO", b"HELO"):
            offers = os.path.exists(os.path.join(folder, "login"))
            self.say("250-odd.test\r\n250 AUTH PLAIN" if offers else "250 odd.test")
        elif word == b"AUTH":
            if len(line.split()) == 2:
                self.say("334 ")
                self.file.readline()
            self.is_member = True
            self.say("235 welcome")
        elif word == b"RCPT" and os.path.exists(os.path.join(folder, "members")) and not self.is_member:
            self.say("554 5.7.1 Relay access denied")
        elif word == b"MAIL":
            self.sender = line[10:]
            self.say("250 ok")
        elif word == b"RCPT":
            self.recipient = mode() or line[9:].split(b"@")[0].split(b"+")[0]
            self.say("421 4.7.0 Te druk" if self.recipient == b"busy" else "250 ok", slowly=self.recipient == b"slow")
        elif word == b"DATA":
            return self.letter()
        elif word == b"QUIT":
            self.say("221 bye")
            return False
        else:
            self.say("250 ok")
        return True

    def letter(self):
        self.say("354 go on")
        lines = []
        while (line := self.file.readline()) and line != b".\r\n":
            lines.append(line[1:] if line.startswith(b".") else line)
        if self.recipient == b"later":
            self.say("451 4.3.0 Later graag")
        elif self.recipient == b"never":
            self.say("554 5.6.0 Nooit")
        else:
            keep(self.sender, b"".join(lines))
            if self.recipient == b"silent":
                time.sleep(60)
            if self.recipient in (b"silent", b"hangup"):
                return False
            self.say("250 2.0.0 Bewaard")
        return not self.is_member


def serve(connection):
    with connection:
        try:
            Conversation(connection).run()
        except OSError:
            pass


server = socket.create_server(("127.0.0.1", port), backlog=100)
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
