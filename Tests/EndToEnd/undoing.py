"""What was just done is undone: by one key, by one button without scripts, and for several complaints at once."""
import re

from axe_playwright_python.sync_playwright import Axe

from Tests.EndToEnd.hands import Keyboard, Pointer
from Tests.EndToEnd.pages import violations
from Tests.Outside.report import same, test


def numbers(stage, count):
    return [stage.api.register()["number"] for _ in range(count)]


def phases(stage, numbers):
    return [stage.api.ask("GET", f"/complaints/{number}")[1]["phase"] for number in numbers]


def assign(hand):
    hand.choose("Behandelaar", "Henk Behandelaar")
    hand.press("Wijs toe")
    hand.sees("De klacht is toegewezen.")


@test("an assignment is undone by the key z, also from another page; the bar counts down, is accessible and moves nothing")
def undone_by_key(stage):
    (number,) = numbers(stage, 1)
    with stage.page("manager") as page:
        hand = Keyboard(page)
        hand.go(f"/klachten/{number}")
        assign(hand)
        page.locator(".undo").get_by_text(f"{number}: toegewezen aan Henk Behandelaar.").wait_for()
        same(violations(page, Axe()), [], "violations with the bar")
        page.goto("/klachten?lijst=all")
        bar = page.locator(".undo")
        assert re.match(r"\d+ s", bar.locator("[data-left]").inner_text()), "no countdown"
        page.keyboard.press("z")
        bar.get_by_text(f"{number} is weer ontvangen en niet toegewezen.").wait_for()
        same(page.url.removeprefix(stage.base), "/klachten?lijst=all", "where one was")
        same(page.locator('.undo [data-key="z"]').count(), 0, "a second undo")
        same(violations(page, Axe()), [], "violations once undone")
    same(phases(stage, [number]), ["received"])


@test("the bar goes when the time has passed, and nothing on the page moves")
def bar_goes(stage):
    (number,) = numbers(stage, 1)
    watch = (
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.shift += e.value)))"
        ".observe({type: 'layout-shift', buffered: false})")
    with stage.page("manager", width=320) as page, stage.page("manager") as wide:
        hand = Pointer(page)
        hand.go(f"/klachten/{number}")
        hand.open("Notitie")
        hand.write("Notitie: alleen voor collega's", "Even onthouden.")
        hand.press("Bewaar notitie")
        page.locator(".undo").wait_for()
        wide.goto(f"/klachten/{number}")
        wide.locator(".undo").wait_for()
        for one in (page, wide):
            one.evaluate(watch)
        for one in (page, wide):
            one.locator(".undo").wait_for(state="detached", timeout=20_000)
            same(one.evaluate("window.shift"), 0, "layout shift")


@test("without scripts the button undoes, and pressed too late a page says why")
def undone_without_scripts(stage):
    one, other = numbers(stage, 2)
    with stage.page("manager", scripts=False) as page:
        hand = Pointer(page)
        hand.go(f"/klachten/{one}")
        assign(hand)
        hand.press("Ongedaan maken")
        hand.sees(f"{one} is weer ontvangen en niet toegewezen.")
        same(page.url.removeprefix(stage.base).split("#")[0], f"/klachten/{one}", "where one was")
        hand.go(f"/klachten/{other}")
        assign(hand)
        page.wait_for_timeout(15_500)
        hand.press("Ongedaan maken")
        hand.sees("die tijd is voorbij")
        hand.follow("Terug")
        page.wait_for_url(re.compile(f"/klachten/{other}"))
    same(phases(stage, [one, other]), ["received", "assigned"])


@test("several complaints are chosen, assigned and undone without touching the pointer")
def together_by_keyboard(stage):
    chosen = numbers(stage, 2)
    with stage.page("manager") as page:
        hand = Keyboard(page)
        hand.go("/klachten?lijst=all")
        page.add_init_script("addEventListener('pointerdown', () => console.error('CSP-REPORT a pointer was used'), true)")
        for key in ("j", "x", "j", "x"):
            hand.key(key)
        same(page.locator('.row input:checked').count(), 2, "rows chosen")
        hand.key("a")
        page.keyboard.type("Henk")
        hand.key("Tab")
        hand.key("Enter")
        hand.sees("2 klachten worden toegewezen aan Henk Behandelaar; 2 klanten krijgen een brief.")
        same(violations(page, Axe()), [], "violations of what is foreseen")
        hand.key("u")
        page.locator(".undo").get_by_text("2 klachten toegewezen aan Henk Behandelaar.").wait_for()
        same(phases(stage, chosen), ["assigned", "assigned"])
        hand.key("z")
        page.locator(".undo").get_by_text("2 klachten zijn weer als ervoor.").wait_for()
        same(phases(stage, chosen), ["received", "received"])
        hand.key("X")
        ticks = page.locator(".row input[type=checkbox]")
        same(page.locator(".row input:checked").count(), ticks.count(), "all of the page")


@test("without scripts the whole page is chosen by one tick, and closed as far as that goes")
def together_without_scripts(stage):
    (number,) = numbers(stage, 1)
    with stage.page("manager", scripts=False) as page:
        hand = Pointer(page)
        hand.go("/klachten?lijst=all")
        hand.mark("Alles op deze pagina")
        hand.press("Sluit…")
        page.get_by_role("heading", name="Klachten sluiten").wait_for()
        page.get_by_text("overgeslagen.").first.wait_for()
        hand.sees("kan nu niet: ontvangen")
        hand.follow("Terug zonder iets te doen")
        page.wait_for_url(re.compile(r"/klachten\?lijst=all"))
    same(phases(stage, [number]), ["received"])


@test("after an act what was done, the new entry and the composer are in sight, and nothing is covered by the head")
def in_sight_after_an_act(stage):
    number, = numbers(stage, 1)
    for length in range(12):
        stage.api.act(number, "note", {"text": f"Notitie {length}. " + "Er staat nog meer. " * 20})
    inside = """element => { const box = element.getBoundingClientRect(), head = document.querySelector(".file-head").getBoundingClientRect();
        return box.top >= Math.max(0, head.bottom) - 1 && box.bottom <= innerHeight; }"""
    with stage.page("manager") as page:
        page.goto(f"/klachten/{number}")
        page.keyboard.press("t")
        page.keyboard.insert_text("De laatste notitie.")
        page.keyboard.press("Control+Enter")
        for what in (page.get_by_text("De notitie is bewaard."), page.get_by_text("De laatste notitie."), page.locator(".composer summary").first):
            what.wait_for()
            assert what.evaluate(inside), what
        page.wait_for_timeout(1_000)
        stage.api.act(number, "note", {"text": "Kort bericht van elders."})
        page.get_by_text("Er is iets bijgekomen in dit dossier").wait_for()
        page.keyboard.press(".")
        entry = page.locator(".entry", has_text="Kort bericht van elders.")
        entry.wait_for()
        page.wait_for_timeout(300)
        assert entry.locator("header").evaluate(inside), "the new entry is covered"
        assert "bij=" not in page.url, page.url


@test("at 320 px what has come in leaves the button that undoes in reach")
def undo_beside_news(stage):
    number, = numbers(stage, 1)
    with stage.page("manager", width=320) as page:
        page.goto(f"/klachten/{number}")
        page.get_by_label("Notitie: alleen voor collega's").fill("Kort.")
        page.get_by_role("button", name="Bewaar notitie").click()
        page.get_by_role("button", name="Ongedaan maken").wait_for()
        stage.api.act(number, "note", {"text": "Van elders."})
        page.get_by_text("Er is iets bijgekomen in dit dossier").wait_for()
        page.get_by_role("button", name="Ongedaan maken").click(timeout=3_000)


@test("the acts on rows that are ticked stay in sight, and say how many are")
def acts_in_sight(stage):
    numbers(stage, 30)
    with stage.page("manager") as page:
        page.goto("/klachten?lijst=all")
        page.locator(".row input").nth(28).check()
        page.get_by_text("1 gekozen").wait_for()
        button = page.get_by_role("button", name="Wijs toe…")
        top = button.bounding_box()["y"]
        assert 0 <= top < 200, top
