"""What is learnt from complaints: what customers think, causes, what is alike, themes and measures, as people use them."""
import base64
import datetime
import hashlib
import hmac
import pathlib
import sqlite3

from axe_playwright_python.sync_playwright import Axe

from Tests.EndToEnd.hands import Keyboard, Pointer
from Tests.EndToEnd.journeys import WAYS, Company
from Tests.EndToEnd.pages import violations
from Tests.Outside.report import same, test

# What only these two complaints tell, in each way of using pages.
STORIES = {
    "with a pointer": "De koeling in het rekencentrum viel uit en niemand belde.",
    "without scripts": "Het alarm van de noodstroom ging af en niemand belde.",
    "by keyboard alone": "De slagboom bij de parkeerkelder bleef dicht en niemand belde.",
}


def at_work(stage, **words):
    number = stage.api.register(**words)["number"]
    stage.api.act(number, "assign", {"handler": "henk@huis.invalid"})
    stage.api.act(number, "contact", {"outcome": "reached"})
    return number


def learning(stage, way):
    company = Company(stage, way)
    one, two = at_work(stage, story=STORIES[way]), at_work(stage, story=STORIES[way])
    with company.at("handler", f"/klachten/{two}?vorm=investigate") as desk:
        desk.choose("Directe oorzaak", "Mens")
        desk.write("Waarom ging het mis?", "Niemand keek naar de meting.")
        desk.choose("Hoofdoorzaak", "Werkwijze")
        desk.press("Leg oorzaken vast")
        desk.sees("De oorzaken zijn vastgelegd.")
        desk.sees("Niemand keek naar de meting.")
    with company.at("handler", f"/klachten/{two}/vergelijkbaar") as desk:
        desk.sees(one)
        desk.follow("Terug naar dossier")
    with company.at("handler", f"/themas/toevoegen?klacht={one}&klacht={two}") as desk:
        desk.write("Of een nieuw thema", f"Koeling {two}")
        desk.press("Voeg toe")
    with company.at("management", f"/maatregelen/nieuw?klacht={two}") as desk:
        desk.mark("Preventief")
        desk.write("Naam", f"Meting bewaken {two}")
        desk.write("Wat is het probleem?", "Niemand keek.")
        desk.write("Wat gaat er gebeuren?", "Een alarm op de meting.")
        desk.choose("Wie voert het uit?", "Henk Behandelaar")
        desk.press("Neem deze maatregel")
        desk.sees("De maatregel is genomen.")
        measure = desk.page.evaluate("location.pathname") if company.scripts else desk.page.url.split("?")[0].removeprefix(stage.base)
    with company.at("handler", measure) as desk:
        desk.press("Leg vast: uitgevoerd")
        desk.sees("Vastgelegd: uitgevoerd.")
        desk.sees("Werkt het?")
    with company.at("manager", "/maatregelen") as desk:
        desk.sees(f"Meting bewaken {two}")
    with company.at("handler", f"/klachten/{two}") as desk:
        desk.page.get_by_role("link", name=f"Meting bewaken {two}").first.wait_for()


for way in WAYS:
    test(f"from a file to its causes, what is like it, a theme and a measure, {way}")(lambda stage, way=way: learning(stage, way))


# How far each part of a page stands from the one above it, in pixels, by what they are.
APART = """() => [...document.querySelectorAll("main > *")].filter(part => part.getBoundingClientRect().height).map((part, place, all) =>
  place ? [part.className || part.tagName, part.getBoundingClientRect().top - all[place - 1].getBoundingClientRect().bottom] : null).slice(1)"""


@test("on a phone no part of the page of measures touches the one above it")
def apart(stage):
    plan = {
        "kind": "preventive", "title": "Tweede lijn", "problem": "Storing.", "action": "Een tweede lijn leggen.", "owner": "henk@huis.invalid"}
    today = datetime.date.today()
    plan |= {"due": f"{today + datetime.timedelta(30)}", "checkOn": f"{today + datetime.timedelta(120)}"}
    same(stage.api.ask("POST", "/measures", plan)[0], 201)
    with stage.page("management", width=320) as page:
        page.goto("/maatregelen")
        gaps = page.evaluate(APART)
        assert len(gaps) > 2 and all(gap >= 12 for _, gap in gaps), gaps


def rating_link(stage, number):
    """The address in the letter that asks, which goes only on the next working day: worked out from the house's own key."""
    folder = pathlib.Path(stage.house.folder)
    with sqlite3.connect(folder / "gehoor.sqlite") as house:
        letter, complaint, address = house.execute(
            "SELECT l.id, l.complaint_id, l.address FROM letter l JOIN complaint k ON k.id = l.complaint_id"
            " WHERE l.kind = 'satisfaction' AND k.number = ?", (number.replace("-", ""),)).fetchone()
    said = "\0".join(["gehoor", "rating", str(letter), str(complaint), address])
    mac = hmac.new((folder / "secrets" / "mail-references").read_bytes(), said.encode(), hashlib.sha256).digest()[:15]
    return "/mening/" + signs(letter.to_bytes(8, "big")) + signs(mac)


def signs(data):
    """Five bits a sign, filled up with zeros."""
    alphabet = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789abcdefghjkmnpqrstvwxyz")
    return base64.b32encode(data).decode().rstrip("=").translate(alphabet)


@test("a customer answers two questions on a phone, without scripts; who is not satisfied hears by when, and no page has a violation")
def rating(stage):
    if stage.house.address:
        return
    number = at_work(stage)
    stage.api.act(number, "resolve", {"finding": "upheld"})
    stage.api.act(number, "close", {})
    link, axe, found = rating_link(stage, number), Axe(), []
    with stage.page() as page:
        same(page.goto(link).status, 200)
        found += violations(page, axe)
        Pointer(page).press("Verstuur mijn antwoord")
        assert page.title().startswith("Fout: "), page.title()
        found += violations(page, axe)
    with stage.page(scripts=False, width=320) as page:
        page.goto(link)
        for question in ("solution", "treatment"):
            page.locator(f'input[name="{question}"][value="dissatisfied"]').check()
        hand = Pointer(page)
        hand.write("Wat kan beter?", "Sneller terugbellen.")
        hand.mark("U mag contact met mij opnemen")
        hand.press("Verstuur mijn antwoord")
        hand.sees("Iemand anders kijkt opnieuw naar uw klacht.")
    with stage.page() as page:
        page.goto(link)
        found += violations(page, axe)
    same(found, [], "violations")
    with stage.page("manager") as page:
        page.goto(f"/klachten/{number}")
        Pointer(page).sees("Beslis of deze klacht opnieuw bekeken wordt")
