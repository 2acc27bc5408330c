"""The pages of whoever leads, in a house with years of invented history: what they look like when they are full."""
import atexit
import functools
import html
import re

from axe_playwright_python.sync_playwright import Axe

from Tests.EndToEnd.pages import violations
from Tests.EndToEnd.stage import sign_in
from Tests.Outside.program import House
from Tests.Outside.report import same, test

DIRECTOR, MANAGER = ("Dora Directeur", "dora@huis.invalid"), ("Max Manager", "max@huis.invalid")
COMPLAINTS = 2000
NUMBER = re.compile(r'<a href="(/klachten\?[^"]*)"[^>]*>\s*(?:<b>)?(\d+)(?:</b>)?\s*</a>')


@functools.cache
def full_house():
    """Made once, and closed with the program."""
    house = House()
    atexit.register(house.__exit__)
    house.command("demo", "--complaints", str(COMPLAINTS), "--years", "3")
    house.add_staff(*DIRECTOR, "management")
    house.add_staff(*MANAGER, "manager")
    house.start()
    return house


def visit(stage, who, width=1280):
    house = full_house()
    context = stage.browser.new_context(
        base_url=house.base, viewport={"width": width, "height": 900}, locale="nl-NL", timezone_id="Europe/Amsterdam", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    page = context.new_page()
    sign_in(page, who[1])
    return context, page


def addresses(page):
    """Every page of management, with one of each kind that there are many of."""
    def first(address, pattern):
        page.goto(address)
        found = re.search(pattern, page.content())
        assert found, f"{address} leads to none"
        return html.unescape(found[1])

    return [
        "/overzicht", "/overzicht/signalen", "/overzicht/signalen?periode=kwartaal", "/overzicht/signalen?periode=vijf-jaar",
        "/overzicht/signalen?periode=twee-jaar&kanaal=phone", "/overzicht/drukte", "/overzicht/grenzen", "/overzicht/incidenten",
        "/overzicht/omvang", "/overzicht/rapport", "/overzicht/rapport?soort=openbaar", "/overzicht/rapporten", "/maatregelen", "/themas",
        "/procedure-gevolgd?periode=jaar", first("/overzicht/signalen", r'href="(/overzicht/signalen/\d+)"'),
        first("/overzicht/incidenten", r'href="(/overzicht/incidenten/\d+)"'), first("/themas", r'href="(/themas/\d+)"'),
    ] + sorted(set(re.findall(r'href="(/maatregelen/\d+)"', text(page, "/maatregelen"))))


def text(page, address):
    page.goto(address)
    return page.content()


@test("no page of management in a house full of history has an accessibility violation, in light and dark, at 1280 and 320 pixels")
def full_pages_are_accessible(stage):
    axe, found = Axe(), []
    context, page = visit(stage, DIRECTOR)
    for address in addresses(page):
        answer = page.goto(address)
        if answer.status != 200:
            found.append(f"{address}: {answer.status}")
            continue
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        found += [f"{address}: {words}" for words in violations(page, axe)]
    context.close()
    same(found, [], "violations")


@test("every number on the pages of management is the length of the list it leads to")
def numbers_are_lengths(stage):
    context, page = visit(stage, DIRECTOR)
    numbers = {}
    for address in addresses(page):
        for link, number in NUMBER.findall(context.request.get(address).text()):
            numbers.setdefault(html.unescape(link), set()).add((int(number), address))
    assert len(numbers) > 500, len(numbers)
    wrong = []
    for link, told in numbers.items():
        length = length_of(context.request.get(link).text())
        wrong += [f"{address}: {number} leads to {length} at {link}" for number, address in told if number != length]
    context.close()
    same(wrong[:20], [], f"{len(wrong)} of {len(numbers)} numbers differ")


def length_of(page):
    found = re.search(r'<p class="muted">(\d+) klacht', page)
    return int(found[1]) if found else None
