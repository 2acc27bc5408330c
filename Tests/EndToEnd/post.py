"""Mail from the customer's server to ours and back: a real Dovecot, a real Postfix, a real browser."""
import contextlib
import email
import email.policy
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe

from Tests.EndToEnd.pages import violations
from Tests.EndToEnd.stage import STAFF, sign_in
from Tests.Outside.api import API
from Tests.Outside.program import House, ROOT, command, free_port
from Tests.Outside.report import same, test

SCRIPTS = ROOT / "Tests" / "MailTests" / "Servers" / "scripts"


@contextlib.contextmanager
def server(name):
    """A mail server of the tests, in a folder of its own: the folder, its port, its port with TLS."""
    folder = tempfile.mkdtemp(prefix="gehoor-post-")
    os.chmod(folder, 0o755)
    ports = [free_port(), free_port()]
    with open(os.path.join(folder, "output"), "wb") as output:
        process = subprocess.Popen(
            ["timeout", "-k", "5", "300", SCRIPTS / name, folder, *map(str, ports)], stdout=output, stderr=output)
    try:
        wait(lambda: all(listens(port) for port in ports), 30, f"{name} did not start (is scripts/setup-tests done?)")
        yield pathlib.Path(folder), *ports
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait(what, seconds, words):
    """What comes of `what` as soon as it is something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := what():
            return found
        time.sleep(0.1)
    raise AssertionError(words)


def delivered(folder):
    """The letters that Postfix delivered, the oldest first."""
    new = folder / "delivered" / "others" / "new"
    names = sorted(new.iterdir(), key=lambda path: path.stat().st_mtime) if new.exists() else []
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in names]


def bring(folder, text):
    """Puts a mail into the mailbox that Dovecot serves."""
    new = folder / "mail" / "jan" / "new"
    new.mkdir(parents=True, exist_ok=True)
    (new / f"{time.time_ns()}.test").write_bytes(text.replace("\n", "\r\n").encode())
    for path in [folder / "mail" / "jan", *(folder / "mail" / "jan").rglob("*")]:
        os.chmod(path, 0o777)


def set_up(page, imap, smtp):
    page.goto("/beheer/e-mail")
    page.get_by_label("Adres waar brieven vandaan komen").fill("klachten@bedrijf.test")
    page.get_by_label("Mijn mailserver bezorgt").check()
    for place, port, security in (("smtp", smtp, "startTLS"), ("imap.1", imap, "tls")):
        for name, value in (("host", "localhost"), ("port", str(port)), ("user", "jan"), ("password", "geheim")):
            page.locator(f'[name="{place}.{name}"]').fill(value)
        page.locator(f'[name="{place}.security"]').select_option(security)
    page.get_by_role("button", name="Bewaar e-mail").click()
    page.get_by_text("Bewaard. Het geldt vanaf nu.").wait_for()
    same(violations(page, Axe()), [], "violations of the settings")
    page.get_by_role("button", name="Test de verbinding").click()
    page.get_by_text("Versturen: dit werkt.").wait_for()
    page.get_by_text("jan, INBOX: dit werkt.").wait_for()
    same(page.locator('[name="smtp.password"]').input_value(), "", "the password on the page")


@test("a customer's mail is acknowledged within ten seconds, the answer lands in the file, and a mail in doubt is judged")
def there_and_back(stage):
    with server("dovecot") as (mailbox, _, imap), server("postfix") as (out, smtp, _), House() as house:
        # One authority for both servers.
        os.environ["GEHOOR_CERTIFICATES"] = str(out / "both.pem")
        (out / "both.pem").write_bytes((mailbox / "ca.pem").read_bytes() + (out / "ca.pem").read_bytes())
        try:
            for role in ("administrator", "manager"):
                house.add_staff(*STAFF[role], role)
            api = API(house.port, house.add_token("intake", "manager"))
            house.start()
        finally:
            del os.environ["GEHOOR_CERTIFICATES"]
        context = stage.browser.new_context(base_url=house.base, locale="nl-NL", viewport={"width": 1280, "height": 900})
        page = context.new_page()
        sign_in(page, STAFF["administrator"][1])
        set_up(page, imap, smtp)
        began = time.monotonic()
        bring(mailbox, "From: Karel Klant <karel@ontvanger.test>\nTo: klachten@bedrijf.test\nSubject: Factuur\nMessage-ID: <k1@ontvanger.test>\n\n"
              "De factuur van november klopt niet.\n")
        letter = wait(lambda: delivered(out), 30, "no acknowledgement")[0]
        took = time.monotonic() - began
        (complaint,) = api.ask("GET", "/complaints")[1]["complaints"]
        number = complaint["number"]
        print(f"      acknowledged {took:.1f} s after the mail came")
        assert took < 10, f"acknowledged after {took:.1f} s"
        same(letter["To"].addresses[0].addr_spec, "karel@ontvanger.test", "to whom")
        same((letter["In-Reply-To"], letter["Auto-Submitted"]), ("<k1@ontvanger.test>", "auto-replied"), "the thread")
        assert number in letter["Subject"], letter["Subject"]
        # As any mail program answers: to Reply-To, naming the letter.
        answer = command(
            "mail", "receive", "--data", house.folder, "--wait",
            stdin=f"From: karel@ontvanger.test\nTo: {letter['Reply-To']}\nIn-Reply-To: {letter['Message-ID']}\nSubject: Re: {letter['Subject']}\n\n"
                  "Het gaat om nummer 12.\n")
        assert f'"number":"{number}"' in answer, answer
        context.clear_cookies()
        sign_in(page, STAFF["manager"][1])
        page.goto(f"/klachten/{number}")
        page.get_by_text("Het gaat om nummer 12.").wait_for()
        judged(page, house, number)
        context.close()


def judged(page, house, number):
    """Somebody names the number: a person says whether it belongs there."""
    command("mail", "receive", "--data", house.folder, "--wait", stdin=f"From: Anna <anna@elders.test>\nSubject: Over {number}\n\nIk hoor hier ook bij.\n")
    page.goto(f"/klachten/{number}")
    page.get_by_text("E-mail die hierbij kan horen").wait_for()
    page.goto("/post")
    same(violations(page, Axe()), [], "violations of the post")
    page.get_by_role("link", name=f"Over {number}").click()
    page.get_by_text("Noemt een klachtnummer. Dat kan iedereen.").wait_for()
    same(violations(page, Axe()), [], "violations of a mail")
    page.get_by_role("button", name="Zet in dit dossier").click()
    page.get_by_text("Ik hoor hier ook bij.").wait_for()
    page.goto("/post")
    page.get_by_text("Niets te beoordelen").wait_for()
