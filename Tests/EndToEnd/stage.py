"""What every browser test stands on: a house with staff, one Chromium, and people who are signed in."""
import concurrent.futures
import contextlib
import os

from playwright.sync_api import sync_playwright

from Tests.Outside.api import API
from Tests.Outside.postgres import new_database
from Tests.Outside.program import House, PASSWORD

# Name, address and role of who works here; all have the same password.
STAFF = {
    "administrator": ("Anna Beheer", "anna@huis.invalid"),
    "manager": ("Maria Manager", "maria@huis.invalid"),
    "handler": ("Henk Behandelaar", "henk@huis.invalid"),
    "intake": ("Ingrid Balie", "ingrid@huis.invalid"),
    "management": ("Dirk Directeur", "dirk@huis.invalid"),
    "auditor": ("Ans Toezicht", "ans@huis.invalid"),
}

# Tells of every script that a page should not have run, and of everything that the content security policy held back.
WATCH = """
window.gehoorRan = [];
window.canary = (name) => window.gehoorRan.push(String(name));
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("CSP-REPORT " + event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""


class Stage:
    """A house that is open, with one member of staff in every role, and a browser to visit it with. On PostgreSQL where
    GEHOOR_TEST_POSTGRES names a server."""

    def __enter__(self):
        self.house = self.another_house()
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda role: self.house.add_staff(*STAFF[role], role), STAFF))
        self.token = self.house.add_token("intake", "handler", "manager")
        self.house.start()
        self.base = self.house.base
        self.api = API(self.house.port, self.token)
        self.playwright = sync_playwright().start()
        self.browser = self.launch()
        self.sessions, self.trouble, self.foreign = {}, [], []
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.playwright.stop()
        self.house.__exit__()

    def launch(self):
        return self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    def another_house(self):
        """One that nobody is in yet."""
        server = os.environ.get("GEHOOR_TEST_POSTGRES")
        return House(new_database(server) if server else None)

    @contextlib.contextmanager
    def page(self, role=None, scripts=True, width=1280):
        """A page of somebody in a role, or of a stranger; what it says on its console and where it goes is watched."""
        session = self.session(role) if role else None
        # One that hung was ended.
        if not self.browser.is_connected():
            self.browser = self.launch()
        context = self.browser.new_context(
            base_url=self.base, java_script_enabled=scripts, viewport={"width": width, "height": 900}, locale="nl-NL",
            timezone_id="Europe/Amsterdam", reduced_motion="reduce", storage_state=session)
        context.set_default_timeout(15_000)
        if scripts:
            context.add_init_script(WATCH)
        context.on("request", self._requested)
        context.on("console", self._said)
        try:
            yield context.new_page()
        finally:
            context.close()

    def _requested(self, request):
        if not request.url.startswith((self.base + "/", "data:", "about:")):
            self.foreign.append(request.url)

    def _said(self, message):
        if "CSP-REPORT" in message.text or "Content Security Policy" in message.text:
            self.trouble.append(message.text)

    def session(self, role):
        """The cookies of somebody in this role; they sign in the first time."""
        if role not in self.sessions:
            with self.page() as page:
                sign_in(page, STAFF[role][1])
                self.sessions[role] = page.context.storage_state()
        return self.sessions[role]


def sign_in(page, email, password=PASSWORD):
    page.goto("/aanmelden")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Aanmelden").click(timeout=60_000)
    page.wait_for_url(lambda url: "/aanmelden" not in url, timeout=60_000)
