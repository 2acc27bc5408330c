"""Two Gehoors that write to one another, somebody on holiday, an address that bounces, and a program that answers everything: no loop begins.

GEHOOR_LOOP says how many seconds they are left to it; scripts/trust waits the ten minutes.
"""
import collections
import email.utils
import http.client
import os
import threading
import time

from Tests.Durability.trouble import Browser
from Tests.Outside.mail import MailServer, administrator, as_bytes, mail, set_up, sign_in
from Tests.Outside.program import House
from Tests.Outside.report import same, test

SECONDS = int(os.environ.get("GEHOOR_LOOP", "15"))
ONE, OTHER = "klachten@een.test", "klachten@twee.test"
HOLIDAY, GONE, PARROT = "vakantie@klant.test", "weg@klant.test", "papegaai@klant.test"


class Party:
    """A Gehoor with an address, and the mail server that it sends by."""

    def __init__(self, address, house, server):
        self.address, self.house, self.server, self.taken = address, house, server, 0
        administrator(house)
        self.token = house.add_token("intake")
        house.start()
        set_up(house, sign_in(Browser(house)), outgoing=server, plain=True, address=address)

    def receive(self, message):
        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        connection.request("POST", "/api/v1/mail", as_bytes(message),
                           {"Authorization": f"Bearer {self.token}", "Content-Type": "message/rfc822"})
        same(connection.getresponse().status, 202, "a mail that was brought")
        connection.close()

    def sent(self):
        """Letters since the last look."""
        fresh = self.server.kept()[self.taken:]
        self.taken += len(fresh)
        return fresh


def answers(letter):
    """What a letter's reader answers, without a person's doing."""
    reader = email.utils.parseaddr(letter["To"])[1]
    thread = {"In_Reply_To": letter["Message-ID"], "References": letter["Message-ID"]}
    to = letter["Reply-To"] or letter["From"]
    if reader == HOLIDAY:
        return [mail(HOLIDAY, "Afwezig: " + letter["Subject"], "Ik ben er tot maandag niet.", to=to, Auto_Submitted="auto-replied", **thread)]
    if reader == GONE:
        return [mail("MAILER-DAEMON@klant.test", "Undelivered Mail Returned to Sender", "user unknown", to=letter.envelope_sender or to,
                     Return_Path="<>", Auto_Submitted="auto-replied", **thread)]
    if reader == PARROT:
        # Nothing says that it is a program, and it carries nothing of the letter.
        return [mail(PARROT, "Bedankt voor uw bericht", "Wij nemen uw bericht in behandeling.", to=email.utils.parseaddr(letter["From"])[1])]
    return []


def carry(parties, letters, ended):
    """Brings every letter to its reader, and what that one answers back."""
    by_address = {party.address: party for party in parties}
    while not ended.is_set():
        for party in parties:
            for letter in party.sent():
                letters.append(letter)
                reader = by_address.get(email.utils.parseaddr(letter["To"])[1].replace("+", " ").split(" ")[0])
                if reader:
                    reader.receive(letter)
                for answer in answers(letter):
                    party.receive(answer)
        ended.wait(0.2)


@test(f"two Gehoors, somebody on holiday, an address that bounces and a parrot, for {SECONDS} s: one acknowledgement each, four mails in all")
def no_loop():
    with House() as one, House() as other, MailServer("odd_smtp.py", 1) as first, MailServer("odd_smtp.py", 1) as second:
        parties = [Party(ONE, one, first), Party(OTHER, other, second)]
        letters, ended = [], threading.Event()
        for sender in (OTHER, HOLIDAY, GONE, PARROT):
            parties[0].receive(mail(sender, "Klacht", f"De rekening van {sender} klopt niet.", to=ONE))
        carrying = threading.Thread(target=carry, args=(parties, letters, ended), daemon=True)
        carrying.start()
        time.sleep(SECONDS)
        ended.set()
        carrying.join()
        counts = collections.Counter(email.utils.parseaddr(letter["To"])[1] for letter in letters)
        print(f"      {dict(counts)}")
        same(counts, collections.Counter({OTHER: 1, HOLIDAY: 1, GONE: 1, PARROT: 1}), "letters by reader")
