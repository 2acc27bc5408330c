"""What is typed and not sent comes back: after a crash, after signing out, on another machine, with and without scripts."""
import re
import time

from Tests.EndToEnd.scene import Scene
from Tests.EndToEnd.stage import PASSWORD, STAFF, sign_in
from Tests.Outside.report import same, test

MESSAGE = re.compile("Bericht aan de klant")
SAVED = re.compile(r"Concept bewaard om \d\d:\d\d")


def write(page, number, text):
    page.goto(f"/klachten/{number}")
    page.locator(".composer summary", has_text="Naar klant").click()
    page.get_by_label(MESSAGE).fill(text)


def written(page, number):
    """What stands in the message to the customer when the file is opened."""
    page.goto(f"/klachten/{number}")
    return page.get_by_label(MESSAGE).input_value()


@test("three seconds after the last change a draft is saved, quietly, and nothing on the page moves")
def saved_in_three_seconds(stage):
    number = Scene(stage).handled
    with stage.page("handler") as page:
        page.add_init_script("new PerformanceObserver((list) => list.getEntries().filter((entry) => !entry.hadRecentInput).forEach((entry) => "
                             "(window.moved ??= []).push([entry.value, entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80))]))).observe({type: 'layout-shift', buffered: true})")
        write(page, number, "Dag mevrouw De Boer,")
        began = time.monotonic()
        field = page.get_by_label(MESSAGE)
        before = field.bounding_box()
        page.evaluate("window.moved = []")
        page.get_by_text(SAVED).wait_for()
        took = time.monotonic() - began
        assert 2.5 < took < 8, took
        same(field.bounding_box(), before, "the field")
        same(page.evaluate("window.moved ?? []"), [], "layout shift")
        same(page.locator(".draft-line [role=status]", has_text=SAVED).count(), 1)
    with stage.page("handler") as page:
        same(written(page, number), "Dag mevrouw De Boer,")
        page.get_by_text(re.compile(r"Concept van \d\d:\d\d")).first.wait_for()
        page.get_by_role("button", name="Concept weggooien").click()
        page.wait_for_load_state()
        same(written(page, number), "")


@test("a draft survives signing out at once, and comes back after signing in, without scripts too")
def survives_signing_out(stage):
    number = Scene(stage).handled
    for scripts in (True, False):
        with stage.page() as page:
            sign_in(page, STAFF["handler"][1])
            write(page, number, f"Net voor het afmelden, {scripts}.")
            page.locator("details.person summary").click()
            page.get_by_role("button", name="Afmelden").click()
            page.wait_for_url("**/aanmelden*")
        with stage.page(scripts=scripts) as page:
            sign_in(page, STAFF["handler"][1])
            same(written(page, number), f"Net voor het afmelden, {scripts}.")
            page.get_by_role("button", name="Concept weggooien").click()
            page.wait_for_load_state()
            same(written(page, number), "")


@test("a draft survives a killed server and a killed browser")
def survives_kills(stage):
    number = Scene(stage).handled
    browser = stage.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    session = stage.session("handler")
    page = browser.new_context(base_url=stage.base, locale="nl-NL", storage_state=session).new_page()
    write(page, number, "Voor de klap.")
    page.get_by_text(SAVED).wait_for()
    stage.house.kill()
    page.get_by_label(MESSAGE).fill("Na de klap.")
    page.get_by_text(re.compile("nog niet bewaard")).wait_for()
    stage.house.start()
    stage.api.close()
    page.get_by_text(SAVED).wait_for(timeout=30_000)
    browser.close()
    with stage.page("handler") as page:
        same(written(page, number), "Na de klap.")


@test("sending takes the draft away, and what is typed in another form of the page stays")
def sending_takes_it_away(stage):
    number = Scene(stage).handled
    with stage.page("handler") as page:
        write(page, number, "Dit blijft staan.")
        page.locator(".composer summary", has_text="Notitie").click()
        page.get_by_label(re.compile("Notitie: alleen")).fill("Gebeld.")
        page.get_by_text(SAVED).first.wait_for(state="attached")
        page.get_by_role("button", name="Bewaar notitie").click()
        page.get_by_text("De notitie is bewaard.").wait_for()
        same(page.get_by_label(MESSAGE).input_value(), "Dit blijft staan.")
        same(page.get_by_label(re.compile("Notitie: alleen")).input_value(), "")
        page.get_by_role("button", name="Zet klaar voor klant").click()
        page.get_by_text("Het bericht gaat naar de klant.").wait_for()
        page.wait_for_timeout(500)
        same(written(page, number), "")


@test("two windows of one person: both texts are shown, and the person says which one stays")
def two_windows(stage):
    number = Scene(stage).handled
    with stage.page("handler") as one, stage.page("handler") as two:
        write(one, number, "Venster een.")
        write(two, number, "Venster twee.")
        one.get_by_text(SAVED).wait_for()
        two.locator(".other-draft textarea").wait_for()
        both = two.locator(".other-draft textarea").input_value(), two.get_by_label(MESSAGE).input_value()
        assert set(both) == {"Venster een.", "Venster twee."} or one.locator(".other-draft").count(), both
        two.get_by_role("button", name="Bewaar wat hier staat").click()
        two.get_by_text(SAVED).wait_for()
    with stage.page("handler") as page:
        same(written(page, number), "Venster twee.")
        page.get_by_role("button", name="Concept weggooien").click()
        page.wait_for_load_state()


@test("a half-filled telephone complaint comes back on another machine, and goes when it is registered")
def half_taken_in(stage):
    with stage.page("intake") as page:
        page.goto("/klachten/nieuw")
        page.get_by_label(re.compile("Wat is er misgegaan")).fill("De lift staat stil.")
        page.get_by_label(re.compile("^Klant")).first.fill("Truus de Boer")
        page.get_by_text(SAVED).wait_for()
    with stage.page() as page:
        sign_in(page, STAFF["intake"][1], PASSWORD)
        page.goto("/klachten/nieuw")
        same(page.get_by_label(re.compile("Wat is er misgegaan")).input_value(), "", "the next caller's form")
        page.get_by_role("link", name="Truus de Boer").click()
        same(page.get_by_label(re.compile("Wat is er misgegaan")).input_value(), "De lift staat stil.")
        page.get_by_label(re.compile("Telefoon")).first.fill("0612345678")
        page.get_by_role("button", name="Registreer klacht").last.click()
        page.wait_for_url(re.compile(r"/klachten/\d{4}-\d{4}-\d"))
        page.goto("/klachten/nieuw")
        same(page.get_by_label(re.compile("Wat is er misgegaan")).input_value(), "")


@test("when the file goes to a colleague while one writes, that is said at once, and what is sent comes back to be copied")
def reassigned_while_writing(stage):
    number = Scene(stage).handled
    with stage.page("handler") as page:
        write(page, number, "Dag mevrouw De Boer,")
        page.get_by_text(SAVED).wait_for()
        stage.house.add_staff("Saar Nieuw", "saar@huis.invalid", "handler")
        stage.api.act(number, "assign", {"handler": "saar@huis.invalid"})
        page.get_by_label(MESSAGE).fill("Dag mevrouw De Boer, en nog veel meer.")
        page.get_by_text("Niet bewaard. Dit dossier is nu van Saar Nieuw.").wait_for()
        page.get_by_role("button", name="Zet klaar voor klant").click()
        page.get_by_role("heading", name="Niet bewaard").wait_for()
        same(page.get_by_label("Dit typte u").input_value(), "Dag mevrouw De Boer, en nog veel meer.")
        assert "Dit dossier is nu van Saar Nieuw." in page.content()


@test("who signs in again in another window goes on in the first: what is typed there is saved")
def signed_in_elsewhere(stage):
    number = Scene(stage).handled
    with stage.page() as page:
        sign_in(page, STAFF["handler"][1])
        write(page, number, "Voor het afmelden.")
        page.get_by_text(SAVED).wait_for()
        other = page.context.new_page()
        other.goto("/klachten")
        other.locator("details.person summary").click()
        other.get_by_role("button", name="Afmelden").click()
        other.wait_for_url("**/aanmelden*")
        page.get_by_label(MESSAGE).fill("Na het afmelden.")
        page.get_by_text("u bent afgemeld").wait_for()
        sign_in(other, STAFF["handler"][1])
        page.get_by_text(SAVED).wait_for(timeout=30_000)
        page.get_by_label(MESSAGE).fill("Na het aanmelden.")
        page.get_by_role("button", name="Zet klaar voor klant").click()
        page.get_by_text("Het bericht gaat naar de klant.").wait_for()


@test("a draft that is thrown away by a slip is put back by the next press, by keyboard alone and without scripts")
def thrown_and_put_back(stage):
    number = Scene(stage).handled
    with stage.page("handler") as page:
        write(page, number, "Niet weggooien.")
        page.get_by_text(SAVED).wait_for()
    for scripts in (True, False):
        with stage.page("handler", scripts=scripts) as page:
            same(written(page, number), "Niet weggooien.")
            page.get_by_role("button", name="Concept weggooien").focus()
            with page.expect_navigation():
                page.keyboard.press("Enter")
            page.get_by_text(re.compile(r"Concept weggegooid om \d\d:\d\d")).wait_for()
            same(page.get_by_label(MESSAGE).input_value(), "")
            if scripts:
                page.wait_for_function("document.activeElement.textContent === 'terugzetten'")
            page.get_by_role("button", name="Concept terugzetten").focus()
            with page.expect_navigation():
                page.keyboard.press("Enter")
            same(page.get_by_label(MESSAGE).input_value(), "Niet weggooien.")
