"""Two people on one file, and lists that tell what changed: live, without anything moving, and without scripts by opening the page again."""
import re

from Tests.EndToEnd.drafts import MESSAGE, write
from Tests.EndToEnd.scene import Scene
from Tests.EndToEnd.stage import STAFF, sign_in
from Tests.Outside.report import same, test

# What moved by itself since somebody asked to watch.
SHIFTS = """new PerformanceObserver((list) => list.getEntries().filter((entry) => !entry.hadRecentInput).forEach((entry) =>
  (window.moved ??= []).push([entry.value, entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80))]))
).observe({type: "layout-shift", buffered: true})"""


def watch(page):
    page.evaluate("window.moved = []")


def moved(page):
    page.wait_for_timeout(300)
    return page.evaluate("window.moved")


@test("two people on one file see one another, and who is writing what, at 1280 pixels without anything moving")
def two_people(stage):
    number = Scene(stage).handled
    with stage.page("handler") as one, stage.page("manager") as two:
        one.add_init_script(SHIFTS)
        one.goto(f"/klachten/{number}")
        one.wait_for_timeout(500)
        watch(one)
        two.goto(f"/klachten/{number}")
        one.get_by_text("Maria Manager heeft dit dossier open.").wait_for()
        two.get_by_text("Henk Behandelaar heeft dit dossier open.").wait_for()
        write(two, number, "Dag mevrouw De Boer,")
        one.get_by_text("Maria Manager schrijft een antwoord.").wait_for()
        same(moved(one), [], "layout shift")
        with stage.page("intake", scripts=False) as plain:
            plain.goto(f"/klachten/{number}")
            plain.get_by_text("Maria Manager schrijft een antwoord.").wait_for()
            assert "Dag mevrouw De Boer," not in plain.content(), "a draft is shown to somebody else"
        two.get_by_role("button", name="Zet klaar voor klant").click()
        two.get_by_text("Het bericht gaat naar de klant.").wait_for()
        one.get_by_text("Er is iets bijgekomen in dit dossier").wait_for()
        same(moved(one), [], "layout shift")
        two.close()
        one.locator("[data-company]:empty").wait_for(state="attached")


@test("showing what has come in loses nothing that was typed a moment ago")
def typed_and_shown(stage):
    number = Scene(stage).handled
    with stage.page("handler") as page:
        write(page, number, "Half af")
        page.wait_for_timeout(1_200)
        stage.api.act(number, "note", {"text": "De planner belde terug."})
        page.get_by_text("Er is iets bijgekomen in dit dossier").wait_for()
        same(page.get_by_text("De planner belde terug.").count(), 0, "shown by itself")
        page.get_by_label(MESSAGE).fill("Half af, en nog net dit.")
        page.get_by_role("link", name="tonen").click()
        page.get_by_text("De planner belde terug.").wait_for()
        same(page.get_by_label(MESSAGE).input_value(), "Half af, en nog net dit.")
        page.get_by_role("button", name="Concept weggooien").click()
        page.wait_for_load_state()


@test("a late save shows both texts and loses none, with and without scripts")
def late_save(stage):
    for scripts in (True, False):
        number = Scene(stage).handled
        with stage.page("handler", scripts=scripts) as page:
            page.goto(f"/klachten/{number}")
            page.locator(".composer summary", has_text="Naar klant").click()
            page.get_by_label(MESSAGE).fill("Mijn antwoord.")
            stage.api.act(number, "answer", {"text": "Het antwoord van een ander."})
            page.get_by_role("button", name="Zet klaar voor klant").click()
            page.get_by_text("Er is een probleem").wait_for()
            page.get_by_text("Het antwoord van een ander.").wait_for()
            same(page.get_by_label(MESSAGE).input_value(), "Mijn antwoord.")
            page.get_by_role("button", name="Zet klaar voor klant").click()
            page.get_by_text("Het bericht gaat naar de klant.").wait_for()


@test("a list tells how many complaints changed, moves nothing, keeps the selection, and shows them at a key")
def live_list(stage):
    scene = Scene(stage)
    with stage.page("manager") as page:
        page.add_init_script(SHIFTS)
        page.goto("/klachten?lijst=all")
        page.wait_for_timeout(1_200)
        page.keyboard.press("j")
        page.keyboard.press("j")
        before = page.evaluate("[document.querySelector('.row.selected').dataset.item, document.activeElement.href, scrollY]")
        rows = page.locator("[data-row]").count()
        watch(page)
        stage.api.act(scene.handled, "note", {"text": "Nieuw."})
        page.get_by_text(re.compile("1 wijziging – ")).wait_for()
        stage.api.register()
        page.get_by_text(re.compile("2 wijzigingen – ")).wait_for()
        same(moved(page), [], "layout shift")
        for count in ("9", "10"):
            watch(page)
            page.evaluate("(count) => document.querySelectorAll('.count').forEach((one) => one.textContent = count)", count)
            shifts = moved(page)
        same(shifts, [], "layout shift by a count that grows")
        same(page.locator("[data-row]").count(), rows, "rows")
        same(page.evaluate("[document.querySelector('.row.selected').dataset.item, document.activeElement.href, scrollY]"), before)
        page.keyboard.press("x")
        page.get_by_text("1 gekozen").wait_for()
        address = page.url
        with page.expect_navigation():
            page.keyboard.press(".")
        page.wait_for_timeout(1_500)
        same(page.locator("p.live").inner_text(), "", "what is still to be shown")
        same(page.url, address, "the address")
        after = page.evaluate("[document.querySelector('.row.selected').dataset.item, document.activeElement.href]")
        same(after, before[:2], "the selected row and the focus")
        same(page.locator(".row.selected input").is_checked(), True, "the tick")
        page.get_by_text("1 gekozen").wait_for()


@test("signing out elsewhere ends the stream of a page, and it does not ask again")
def signed_out(stage):
    number = Scene(stage).handled
    with stage.page() as page:
        sign_in(page, STAFF["auditor"][1])
        asked = []
        page.on("request", lambda request: asked.append(request.url) if "/live?" in request.url else None)
        page.goto(f"/klachten/{number}")
        page.wait_for_timeout(1_500)
        same(len(asked), 1, "streams")
        other = page.context.new_page()
        other.goto("/klachten")
        other.locator("details.person summary").click()
        other.get_by_role("button", name="Afmelden").click()
        other.wait_for_url("**/aanmelden*")
        page.wait_for_timeout(11_000)
        same(len([url for url in asked if "dossier" in url]), 1, "streams that were asked for")
