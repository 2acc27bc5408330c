"""What every browser test stands on: a house with staff, and one Chromium."""
from playwright.sync_api import sync_playwright

from Tests.Outside.program import House

# Name, address and roles of who works here; all have the same password.
STAFF = {
    "administrator": ("Anna Beheer", "anna@huis.invalid", "administrator"),
    "manager": ("Maria Manager", "maria@huis.invalid", "manager"),
    "handler": ("Henk Behandelaar", "henk@huis.invalid", "handler"),
    "intake": ("Ingrid Balie", "ingrid@huis.invalid", "intake"),
    "colleague": ("Karel Collega", "karel@huis.invalid", "handler"),
    "management": ("Dirk Directeur", "dirk@huis.invalid", "management"),
    "auditor": ("Ans Toezicht", "ans@huis.invalid", "auditor"),
}


class Stage:
    """A house that is open, with staff in every role, and a browser to visit it with."""

    def __enter__(self):
        self.house = House()
        for name, email, roles in STAFF.values():
            self.house.add_staff(name, email, roles)
        self.token = self.house.add_token("intake", "handler", "manager")
        self.house.start()
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.playwright.stop()
        self.house.stop()
        self.house.__exit__()

    @property
    def base(self):
        return self.house.base
