"""Both journeys of a complaint, each in three ways: with a pointer, without scripts, and by keyboard alone."""
import contextlib
import re

from Tests.EndToEnd.hands import Keyboard, Pointer
from Tests.Outside.report import same, test

# How a page is used, and whether scripts run.
WAYS = {"with a pointer": (Pointer, True), "without scripts": (Pointer, False), "by keyboard alone": (Keyboard, True)}


class Company:
    """Staff and a customer who all use their pages in the same way."""

    def __init__(self, stage, way):
        self.stage = stage
        self.hand, self.scripts = WAYS[way]

    @contextlib.contextmanager
    def at(self, role, path):
        """The hands of somebody in this role (None: a stranger) on a page."""
        with self.stage.page(role, scripts=self.scripts) as page:
            hand = self.hand(page)
            answer = hand.go(path)
            same(answer.status, 200, path)
            yield hand


def number_in(address):
    return re.search(r"\d{4}-\d{4}-\d", address).group(0)


def phase_of(stage, number):
    status, complaint = stage.api.ask("GET", f"/complaints/{number}")
    same(status, 200, number)
    return complaint["phase"]


def from_the_telephone(stage, way):
    company = Company(stage, way)
    with company.at("intake", "/klachten/nieuw") as desk:
        desk.write("Wat is er misgegaan?", "De monteur kwam niet opdagen en niemand belde af.")
        desk.write("Klant", "Truus de Boer")
        desk.write("Telefoon", "06 12 34 56 78")
        desk.press("Registreer klacht")
        desk.page.wait_for_url(re.compile(r"/klachten/\d{4}-\d{4}-\d"))
        file = "/klachten/" + (number := number_in(desk.page.url))
        desk.sees("Noem dit nummer")
    with company.at("manager", file) as desk:
        desk.choose("Behandelaar", "Henk Behandelaar")
        desk.press("Wijs toe")
        desk.sees("De klacht is toegewezen.")
    with company.at("handler", file) as desk:
        desk.mark("gesproken")
        desk.press("Leg contact vast")
        desk.sees("Het contact is vastgelegd.")
    consult(company, file, number)
    with company.at("handler", file) as desk:
        desk.open("Naar klant")
        desk.write("Bericht aan de klant", "Dag mevrouw De Boer, wij komen morgen om tien uur.")
        desk.press("Zet klaar voor klant")
        desk.sees("Het bericht gaat naar de klant.")
    resolve(company, file, number)
    with company.at("handler", file) as desk:
        desk.press("Dossier sluiten")
        desk.sees("Het dossier is gesloten.")
    same(phase_of(stage, number), "closed", number)
    find_back(company, number)


def consult(company, file, number):
    """A colleague is asked, and answers on the own desk."""
    with company.at("handler", file) as desk:
        desk.open("Notitie")
        desk.open("Vraag een collega om een bijdrage")
        desk.choose("Collega", "Ingrid Balie")
        desk.write("Vraag", "Wat zei de planning?")
        desk.write("Graag uiterlijk", "morgen")
        desk.press("Vraag collega")
        desk.sees("De vraag staat op het bureau van uw collega.")
    with company.at("intake", "/bijdragen") as desk:
        desk.page.locator(f'a[href^="/bijdragen/{number}"]').first.wait_for()
        desk.go(desk.page.locator(f'a[href^="/bijdragen/{number}"]').first.get_attribute("href"))
        desk.write("Uw bijdrage", "De route was verkeerd ingevoerd.")
        desk.press("Bewaar bijdrage")
        desk.sees("Uw bijdrage is bewaard.")


def resolve(company, file, number):
    with company.at("handler", file) as desk:
        desk.open("Leg de oplossing vast")
        desk.mark("gegrond")
        desk.write("Antwoord aan de klant", "U had gelijk. Wij hebben de route verbeterd en komen morgen.")
        desk.press("Klacht opgelost")
        desk.sees("De klacht is opgelost.")
    same(phase_of(company.stage, number), "resolved", number)


def find_back(company, number):
    """By its number, and by the customer's name."""
    for words in (number, "Truus de Boer"):
        with company.at("intake", "/klachten?lijst=all&q=" + words.replace(" ", "+")) as desk:
            desk.page.locator(f'a[href*="{number}"]').first.wait_for()


def from_the_form(stage, way):
    company = Company(stage, way)
    with company.at(None, "/klacht") as form:
        form.write("Uw verhaal", "De rekening klopt niet: ik betaal voor twee maanden die ik niet heb gehad.")
        form.press("Verder")
        form.write("Uw naam", "Piet Jansen")
        form.write("E-mailadres", "piet@jansen.invalid")
        form.press("Verder")
        form.sees("Klopt het zo?")
        form.page.wait_for_timeout(2_100)  # nobody reads, types and checks within two seconds
        form.press("Klacht versturen")
        form.sees("Wij hebben uw klacht ontvangen")
        number = number_in(form.page.locator("main").inner_text())
        link = form.page.locator(f'a[href*="/volgen/"]').first.get_attribute("href").removeprefix(stage.base)
    stage.api.act(number, "assign", {"handler": "henk@huis.invalid"})
    stage.api.act(number, "contact", {"outcome": "reached"})
    resolve(company, f"/klachten/{number}", number)
    not_satisfied(company, link)
    with company.at("manager", f"/klachten/{number}") as desk:
        desk.mark("Ja, heropen")
        desk.write("Reden, voor de klant", "Wij kijken opnieuw naar uw rekening.")
        desk.press("Leg besluit vast")
        desk.sees("Het besluit is vastgelegd.")
    same(phase_of(stage, number), "reopened", number)


def not_satisfied(company, link):
    """The customer opens the personal link, sees "opgelost" and disagrees."""
    with company.at(None, link) as customer:
        customer.press("Bekijk mijn klacht")
        customer.page.wait_for_url(re.compile("/mijn-klacht"))
        # What can still be undone is not told yet.
        for _ in range(20):
            if customer.page.get_by_text("Niet tevreden?").count():
                break
            customer.page.wait_for_timeout(1_000)
            customer.page.reload()
        customer.sees("Opgelost")
        customer.open("Niet tevreden?")
        customer.write("Wat is er nog niet goed?", "Ik heb het geld nog niet terug.")
        customer.press("Vraag om opnieuw te kijken")
        customer.page.wait_for_url(re.compile("/mijn-klacht"))


for way in WAYS:
    test(f"from the telephone to opgelost and closed, {way}")(lambda stage, way=way: from_the_telephone(stage, way))
    test(f"from the form to the follow page, opgelost, and reopened, {way}")(lambda stage, way=way: from_the_form(stage, way))
