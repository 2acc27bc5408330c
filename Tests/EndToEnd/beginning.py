"""The first minutes of a house: from the printed link to the first complaint."""
import re

from Tests.EndToEnd.stage import WATCH
from Tests.Outside.program import PASSWORD
from Tests.Outside.report import same, test


@test("the link that serve prints makes the first administrator, once")
def set_up(stage):
    with stage.another_house() as house:
        house.start()
        assert house.set_up_link, "no link was printed"
        context = stage.browser.new_context(base_url=house.base, locale="nl-NL")
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(house.set_up_link)
        page.get_by_label("Naam van uw organisatie").fill("Vlot Fietsen")
        page.get_by_label("Uw naam").fill("Bea Baas")
        page.get_by_label("Uw e-mailadres").fill("bea@vlot.invalid")
        for field in page.locator("input[type=password]").all():
            field.fill(PASSWORD)
        page.get_by_role("button", name="Richt Gehoor in").click(timeout=60_000)
        page.wait_for_url(lambda url: "/inrichten/" not in url, timeout=60_000)
        same(page.locator("h1").count(), 1)
        same(page.goto(house.set_up_link).status, 404, "the link, used again")
        page.goto("/klachten/nieuw")
        page.get_by_label(re.compile("Wat is er misgegaan")).fill("De eerste klacht.")
        page.get_by_label(re.compile("^Klant")).first.fill("Truus de Boer")
        page.get_by_label(re.compile("Telefoon")).first.fill("0612345678")
        page.get_by_role("button", name="Registreer klacht").last.click()
        page.wait_for_url(re.compile(r"/klachten/\d{4}-\d{4}-\d"))
        context.close()
