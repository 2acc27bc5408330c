"""Rules that hold for every page: accessible, titled, as wide as the window, from our own address only, and known to the tests."""
import re

from axe_playwright_python.sync_playwright import Axe

from Tests.EndToEnd.hands import Pointer
from Tests.EndToEnd.scene import Scene
from Tests.EndToEnd.walk import NO_PAGES, PAGES, UNMET, existing_pages, routes
from Tests.Outside.report import same, test

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PUBLIC_BYTES, SCRIPT_BYTES = 40 * 1024, 30 * 1024


@test("every GET route of the program is met by the tests")
def every_route_is_met(stage):
    met = NO_PAGES | {f"GET {route}" for route, _, _ in PAGES} | {f"GET {route}" for route in LATER}
    found = {route for route in routes() if route.startswith("GET ") and not route.startswith("GET /api/")}
    same(sorted(found - met - UNMET), [], "not met")


# Pages that only a link of its own opens.
LATER = {"/inrichten/{link}", "/toegang/{link}", "/volgen/{link}", "/mening/{link}", "/mijn-klacht", "/klacht/ontvangen/{bewijs}", "/klachtenprocedure"}


@test("the pages of the public form and of the personal link have no accessibility violation either, filled in wrong or right")
def customers_pages_are_accessible(stage):
    axe, found = Axe(), []
    with stage.page() as page:
        def look(name):
            found.extend(f"{name}: {words}" for words in violations(page, axe))
            same(page.locator("h1").count(), 1, f"h1 of {name}")

        hand = Pointer(page)
        hand.go("/klacht")
        hand.press("Verder")
        assert page.title().startswith("Fout: "), page.title()
        look("the story, empty")
        hand.write("Uw verhaal", "De rekening klopt niet.")
        hand.press("Verder")
        look("how to reach")
        hand.press("Verder")
        assert page.title().startswith("Fout: "), page.title()
        look("how to reach, empty")
        hand.write("Uw naam", "Piet Jansen")
        hand.write("E-mailadres", "piet@jansen.invalid")
        hand.press("Verder")
        look("the check")
        hand.press("Klacht versturen")
        look("the receipt")
        hand.go(page.locator('a[href*="/volgen/"]').first.get_attribute("href"))
        look("the button behind the link")
        hand.press("Bekijk mijn klacht")
        page.wait_for_url("**/mijn-klacht")
        look("the follow page")
    same(found, [], "violations")


@test("no page has an accessibility violation, in light and dark, at 1280 and 320 pixels; one h1, a title of its own, no sideways scroll")
def pages_are_accessible(stage):
    scene, axe, found, titles = Scene(stage), Axe(), [], {}
    for route, role, pattern in existing_pages():
        address = scene.address(pattern)
        with stage.page(role) as page:
            answer = page.goto(address)
            if answer.status != 200:
                found.append(f"{address} as {role}: {answer.status}")
                continue
            found += [f"{address}: {words}" for words in violations(page, axe)]
            if page.locator("h1").count() != 1:
                found.append(f"{address}: {page.locator('h1').count()} h1")
            titles.setdefault(page.title(), set()).add(page.evaluate("location.pathname"))
    found += [f"the title {title!r} stands on {sorted(places)}" for title, places in titles.items() if len(places) > 1]
    same(stage.foreign, [], "requests to other origins")
    same(stage.trouble, [], "held back by the content security policy")
    same(found, [], "violations")


def violations(page, axe):
    """What axe has to say, and whether the page scrolls sideways, for each scheme and width."""
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            result = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
            for violation in result.response["violations"]:
                where = [node["target"][0] for node in violation["nodes"]][:3]
                found.append(f"{violation['id']} at {width} px, {scheme}: {where}")
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            found.append(f"scrolls sideways by {excess} px at {width} px")
    return found


@test("a page that is not there says so")
def absent_page(stage):
    with stage.page("handler") as page:
        same(page.goto("/nergens").status, 404)
        same(page.locator("h1").count(), 1)


@test(f"the public form takes at most {PUBLIC_BYTES} bytes in all and no script; a staff page at most {SCRIPT_BYTES} bytes of script")
def pages_are_light(stage):
    with stage.page() as page:
        sizes = transferred(page, "/klacht")
        assert sum(sizes.values()) <= PUBLIC_BYTES, f"{sum(sizes.values())}: {sizes}"
        same([url for url in sizes if url.endswith(".js")], [], "scripts on the public form")
    scene = Scene(stage)
    with stage.page("manager") as page:
        sizes = transferred(page, f"/klachten/{scene.handled}")
        scripts = sum(size for url, size in sizes.items() if re.search(r"\.js($|\?)", url))
        assert 0 < scripts <= SCRIPT_BYTES, scripts


def transferred(page, address):
    """Bytes of the body of every answer that a page needs, by address."""
    sizes = {}
    page.on("requestfinished", lambda request: sizes.__setitem__(request.url, sum(request.sizes()[k] for k in ("responseBodySize", "responseHeadersSize"))))
    page.goto(address, wait_until="networkidle")
    return sizes


@test("a letter prints on A4 without the frame of the desk")
def letters_print(stage):
    scene = Scene(stage)
    with stage.page("handler") as page:
        page.goto(scene.letter)
        page.emulate_media(media="print")
        for frame in ("header.topbar", ".rail"):
            same(page.locator(frame).first.is_visible(), False, frame)
        width = page.pdf(format="A4", prefer_css_page_size=True)
        boxes = set(re.findall(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", width))
        assert all(abs(float(w) - 595) < 2 and abs(float(h) - 842) < 2 for w, h in boxes), boxes
        same(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), False, "wider than the paper")
