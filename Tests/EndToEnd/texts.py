"""Texts that are used again, and a mail as its sender laid it out."""
import datetime

from axe_playwright_python.sync_playwright import Axe

from Tests.EndToEnd.hands import Keyboard, Pointer
from Tests.EndToEnd.pages import violations
from Tests.Outside.report import same, test

TEXT = "Beste {{klant}}, u krijgt {{?bedrag}} terug."
FILLED = "Beste Truus de Boer, u krijgt {{?bedrag}} terug."


def with_a_text(stage):
    """Makes the text, once, and returns the number of a file that waits for a message."""
    with stage.page("administrator") as page:
        hand = Pointer(page)
        hand.go("/beheer/antwoordteksten")
        if page.get_by_label("Tekst", exact=True).first.input_value() != TEXT:
            hand.write("Nieuwe tekst: naam", "Geld terug")
            hand.write("Tekst", TEXT)
            hand.press("Bewaar teksten")
            hand.sees("Bewaard.")
        same(violations(page, Axe()), [], "violations of the page of texts")
    number = stage.api.register()["number"]
    stage.api.act(number, "assign", {"handler": "henk@huis.invalid"})
    stage.api.act(number, "contact", {"outcome": "reached"})
    return number


@test("a reply text stands in a message by :: and the keyboard; what is open in it is marked, and refused until it is filled in")
def by_colons(stage):
    number = with_a_text(stage)
    with stage.page("handler") as page:
        hand = Keyboard(page)
        hand.go(f"/klachten/{number}")
        page.keyboard.press("r")
        field = hand.field("Bericht aan de klant")
        hand.reach(field)
        page.keyboard.type("Goed nieuws. ::")
        same(page.evaluate("document.activeElement.textContent"), "Geld terug", "what has the focus")
        same(violations(page, Axe()), [], "violations with the list open")
        page.keyboard.press("Enter")
        same(field.input_value(), "Goed nieuws. " + FILLED, "the message")
        same(page.evaluate("getSelection().toString()"), "{{?bedrag}}", "what is marked")
        hand.press("Zet klaar voor klant")
        hand.sees("Vul in wat tussen {{? en }} staat, of haal het weg.")
        field = hand.field("Bericht aan de klant")
        same(field.input_value(), "Goed nieuws. " + FILLED, "the message that came back")
        hand.reach(field)
        page.keyboard.press("Control+End")
        page.keyboard.type(" ::")
        page.keyboard.press("Escape")
        same(page.evaluate("document.activeElement.name"), "text", "where Escape leads")
        place = page.url
        for typed in ("n", "verg", "gx", "?"):
            field.fill("")
            page.keyboard.type("::" + typed)
            same(field.input_value(), "::" + typed, "what begins no text")
            same(page.evaluate("document.activeElement.name"), "text", f"where {typed} leads")
        field.fill("")
        page.keyboard.type("::gel")
        same(page.evaluate("document.activeElement.textContent"), "Geld terug", "what gel begins")
        page.keyboard.type("g")
        same(field.input_value(), "::gelg", "what began a text and went on otherwise")
        page.wait_for_timeout(300)
        same(page.url, place, "the page")
        field.fill("U krijgt 12 euro terug.")
        hand.press("Zet klaar voor klant")
        hand.sees("U krijgt 12 euro terug.")


@test("a reply text stands in a message by its link without scripts")
def by_link(stage):
    number = with_a_text(stage)
    with stage.page("handler", scripts=False, width=320) as page:
        hand = Pointer(page)
        hand.go(f"/klachten/{number}")
        hand.open("Naar klant")
        hand.open("Antwoordteksten (typ ::)")
        hand.follow("Geld terug")
        same(hand.field("Bericht aan de klant").input_value(), FILLED, "the message")


@test("a mail is shown as it was laid out: nothing in it runs, and nothing is fetched")
def laid_out(stage):
    number = stage.api.register()["number"]
    markup = (
        f'<h1>Over {number}</h1><p>Dag <b onclick="canary(1)">allen</b></p><script>canary(2)</script>'
        '<img src="https://volg.test/1.gif" onerror="canary(3)"><a href="javascript:canary(4)">klik</a><svg onload="canary(5)"></svg>')
    mail = (
        f"From: Karel <karel-{number}@klant.invalid>\r\nSubject: Opgemaakt over {number}\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{markup}\r\n")
    stage.house.command("mail", "receive", "--wait", stdin=mail)
    for scripts, width in ((True, 1280), (False, 320)):
        with stage.page("manager", scripts=scripts, width=width) as page:
            hand = Pointer(page)
            hand.go("/post")
            hand.follow(f"Opgemaakt over {number}")
            hand.open("Zoals de afzender het opmaakte")
            frame = page.frame_locator("iframe")
            frame.get_by_text("Dag").wait_for()
            same(frame.locator("b, strong").first.inner_text(), f"Over {number}", "the heading")
            same(frame.locator("script, img, a, svg, form").count(), 0, "what may not be there")
            if scripts:
                same(page.evaluate("window.gehoorRan"), [], "what ran")
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "sideways scroll"


@test("the form of the calendar stands as it does alone, however much follows beside it")
def unstretched(stage):
    with stage.page("administrator") as page:
        hand = Pointer(page)
        hand.go("/beheer/kalender")
        days = page.get_by_label("Eigen vrije dagen").locator("visible=true").first
        monday = datetime.date(2027, 2, 1)
        closed = [monday + datetime.timedelta(days=7 * week + day) for week in range(8) for day in range(5)]
        days.fill("\n".join(f"{day:%d-%m-%Y} Dicht" for day in closed))
        hand.press("Bekijk eerst wat er volgt")
        height = "it => it.getBoundingClientRect().height"
        form, preview = page.locator(".beside>form"), page.locator(".beside>aside")
        beside = form.evaluate(height)
        same(preview.evaluate(height) > beside, True, "more follows than is filled in")
        preview.evaluate("it => it.remove()")
        same(beside, form.evaluate(height), "the height of the form")
