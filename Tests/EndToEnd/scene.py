"""Complaints in several phases, so that pages have something to show."""
import functools
import re


class Scene:
    def __init__(self, stage, **customer):
        api = stage.api
        words = {"customer": customer} if customer else {}
        self.received = api.register(**words)["number"]
        self.handled = api.register(**words)["number"]
        self.resolved = api.register(**words)["number"]
        for number in (self.handled, self.resolved):
            api.act(number, "assign", {"handler": "henk@huis.invalid"})
            api.act(number, "contact", {"outcome": "reached"})
        api.act(self.handled, "note", {"text": "De planning had de verkeerde straat."})
        api.act(self.handled, "consult", {"colleague": "ingrid@huis.invalid", "question": "Wat zei de planning?", "due": "2030-01-02"})
        api.act(self.handled, "answer", {"text": "Wij komen morgen."})
        api.act(self.resolved, "resolve", {"finding": "upheld", "cause": "process", "remedy": {"text": "Korting", "amount": "12.50"}})
        self.stage = stage
        # A number that anybody can write: a person is asked.
        self.asked = self.received
        mail = f"From: Karel <karel-{self.received}@klant.invalid>\r\nSubject: Over {self.received}\r\n\r\nHoe staat het ermee?\r\n"
        stage.house.command("mail", "receive", "--wait", stdin=mail)

    @functools.cached_property
    def letter(self):
        """The address of a letter of the handled file."""
        with self.stage.page("handler") as page:
            page.goto(f"/klachten/{self.handled}")
            return re.search(r'/klachten/[\d-]+/brief/\d+', page.content()).group(0)

    @functools.cached_property
    def mail(self):
        """The address of a mail that a person is asked about."""
        with self.stage.page("manager") as page:
            page.goto("/post")
            return page.get_by_role("link", name=f"Over {self.asked}").first.get_attribute("href")

    @functools.cached_property
    def member(self):
        """The address of a colleague's page in the administration."""
        with self.stage.page("administrator") as page:
            page.goto("/beheer/medewerkers")
            return page.get_by_role("link", name="Henk Behandelaar").first.get_attribute("href")

    @functools.cached_property
    def measure(self):
        """The address of a measure that came from the handled file and was carried out, so that its page shows whether it works."""
        with self.stage.page("manager") as page:
            page.goto(f"/maatregelen/nieuw?klacht={self.handled}")
            page.get_by_label("Naam").fill(f"Planning nakijken {self.handled}")
            page.get_by_label("Wat is het probleem?").fill("De planning had de verkeerde straat.")
            page.get_by_label("Wat gaat er gebeuren?").fill("Een tweede paar ogen.")
            page.get_by_label("Wie voert het uit?").select_option(label="Henk Behandelaar")
            page.get_by_role("button", name="Neem deze maatregel").click()
            address = page.evaluate("location.pathname")
            page.get_by_role("button", name="Leg vast: uitgevoerd").click()
            return address

    @functools.cached_property
    def theme(self):
        """The address of a theme with two complaints in it."""
        with self.stage.page("handler") as page:
            page.goto(f"/themas/toevoegen?klacht={self.handled}&klacht={self.resolved}")
            page.get_by_label("Of een nieuw thema").fill(f"Verkeerde straat {self.handled}")
            page.get_by_role("button", name="Voeg toe").click()
            page.goto("/themas")
            return page.get_by_role("link", name=f"Verkeerde straat {self.handled}").first.get_attribute("href")

    @functools.cached_property
    def incident(self):
        """The address of something that happened."""
        with self.stage.page("management") as page:
            page.goto("/overzicht/incidenten")
            page.get_by_label("Wat er gebeurde").fill("Storing in het datacentrum")
            page.get_by_label("Eerste dag").fill("2-3-2026")
            page.get_by_role("button", name="Bewaar voorval").click()
            page.get_by_role("heading", name="Storing in het datacentrum").wait_for()
            return page.evaluate("location.pathname")

    def address(self, pattern):
        names = ("received", "handled", "resolved", "letter", "mail", "member", "measure", "theme", "incident")
        return re.sub(r"\{(\w+)\}", lambda match: getattr(self, match[1]) if match[1] in names else match[0], pattern)
