"""A customer who writes by mail, all the way: Dovecot, a serving house that looks there every five seconds, Postfix, and back again."""
import contextlib
import json
import subprocess
import time

from Tests.Durability.trouble import Browser
from Tests.Outside.api import API
from Tests.Outside.mail import MailServer, administrator, as_bytes, mail, set_up, sign_in
from Tests.Outside.program import BINARY, House
from Tests.Outside.report import same, test

# Seconds, from the mail's arrival to the letter in the customer's mailbox.
THROUGH_MAILBOX, THROUGH_PIPE = 10, 5
STORY = "De factuur van oktober klopt niet: er staan twee servers op die wij in mei hebben opgezegd."


@contextlib.contextmanager
def house_with_mail():
    """A serving house that reads a mailbox of Dovecot and sends by Postfix; also somebody's API."""
    with House() as house, MailServer("dovecot", 2) as incoming, MailServer("postfix", 2) as outgoing:
        believed = incoming.folder / "believed.pem"
        believed.write_bytes(b"".join((server.folder / "ca.pem").read_bytes() for server in (incoming, outgoing)))
        house.surroundings["GEHOOR_CERTIFICATES"] = str(believed)
        administrator(house)
        token = house.add_token("intake", "manager", "auditor")
        house.start()
        set_up(house, sign_in(Browser(house)), incoming, outgoing)
        yield house, incoming, outgoing, API(house.port, token)


def complaints(api):
    return api.ask("GET", "/complaints?limit=200")[1]["complaints"]


def complaints_of(house):
    """The stories of all complaints, from the program itself: the list of the API ends at some number."""
    return [json.loads(line)["story"] for line in house.command("export", "--format", "json").splitlines()]


def eventually(question, seconds=30):
    """What a question answers once that is something, or what it answers at the end."""
    deadline = time.monotonic() + seconds
    while not (found := question()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


@test(f"who writes is answered within {THROUGH_MAILBOX} s by the mailbox and {THROUGH_PIPE} s by the pipe, and their answer to that is in the file")
def there_and_back():
    with house_with_mail() as (house, incoming, outgoing, api):
        began = time.monotonic()
        incoming.deliver(mail("Piet Klant <piet@ontvanger.test>", "Klacht over de factuur", STORY))
        [letter] = outgoing.wait_for("piet", 1)
        by_mailbox = time.monotonic() - began
        [complaint] = complaints(api)
        assert complaint["number"] in letter["Subject"], letter["Subject"]
        same(letter["Auto-Submitted"], "auto-replied", "what the letter says of itself")
        assert "+" in letter["Reply-To"], letter["Reply-To"]

        answer(incoming, letter, "Ik heb ook nog een foto van de meterkast.")
        path = f"/complaints/{complaint['number']}/timeline"
        entries = eventually(lambda: [e for e in api.ask("GET", path)[1]["entries"] if "foto van de meterkast" in str(e)])
        same(len(entries), 1, "entries with the customer's answer")
        same(len(complaints(api)), 1, "complaints after the answer")
        same(len(outgoing.delivered("piet")), 1, "letters after the answer")

        began = time.monotonic()
        message = as_bytes(mail("Kees Klant <kees@ontvanger.test>", "Storing", STORY))
        done = subprocess.run([BINARY, "mail", "receive", "--data", house.folder], input=message, capture_output=True, timeout=60)
        same(done.returncode, 0, done.stderr.decode())
        same(len(outgoing.wait_for("kees", 1)), 1, "letters after the pipe")
        by_pipe = time.monotonic() - began
        print(f"      acknowledged {by_mailbox:.1f} s after the mail came, {by_pipe:.1f} s after the pipe was opened")
        assert by_mailbox <= THROUGH_MAILBOX and by_pipe <= THROUGH_PIPE


def answer(incoming, letter, text):
    """The reader of a letter presses the button for answering."""
    incoming.deliver(mail(
        letter["To"], "Re: " + letter["Subject"], text, to=letter["Reply-To"], In_Reply_To=letter["Message-ID"],
        References=letter["Message-ID"]))
