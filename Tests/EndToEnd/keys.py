"""How quick a telephone complaint of a known customer is to take in."""
from Tests.Outside.report import same, test

MOST_KEYS = 12
MOST_TO_ASSIGN, MOST_TO_RECORD = 2, 4


@test(f"a telephone complaint of a known customer takes at most {MOST_KEYS} keys that are no text, no pointer, and one page load")
def known_customer(stage):
    stage.api.register(customer={"name": "Wilhelmina Verstappen", "phone": "06 98 76 54 32", "customerNumber": "K-2044"})
    with stage.page("intake") as page:
        page.goto("/klachten")
        pressed, loads = [], []
        page.add_init_script("addEventListener('pointerdown', () => console.error('CSP-REPORT a pointer was used'), true)")
        page.on("domcontentloaded", lambda _: loads.append(page.url))

        def press(key):
            pressed.append(key)
            page.keyboard.press(key)

        page.keyboard.press("n")
        page.wait_for_url("**/klachten/nieuw")
        loads.clear()
        page.keyboard.type("De monteur kwam niet.")
        press("Tab")
        page.keyboard.type("verstapp")
        page.get_by_text("Wilhelmina Verstappen").first.wait_for()
        press("Enter")
        page.wait_for_function("document.activeElement.name === 'nature.about'")
        press("ArrowDown")
        press("Tab")
        press("ArrowDown")
        press("Control+Enter")
        page.wait_for_url(lambda url: "nieuw" not in url)
        page.locator("h1").wait_for()
        assert "Wilhelmina Verstappen" in page.content()
        assert "klacht" in page.url
        assert len(pressed) <= MOST_KEYS, pressed
        same(len(loads), 1, f"page loads: {loads}")
        print(f"      {len(pressed)} keys that are no text: {' '.join(pressed)}; {len(loads)} page load")


@test(f"a complaint is assigned by at most {MOST_TO_ASSIGN} keys, a contact recorded by at most {MOST_TO_RECORD}, without a pointer")
def assigning_and_contact(stage):
    number = stage.api.register()["number"]
    stage.api.register()
    for start in ("/klachten?lijst=unassigned", "/bord"):
        with stage.page("manager") as page:
            page.goto(start)
            row = page.locator("[data-item]:has([data-deed])").first
            keys = []
            if page.locator("[data-item]").first.get_attribute("data-item") == row.get_attribute("data-item"):
                # Whoever has least to do is proposed: which of the colleagues that is depends on what was done before.
                proposed = row.locator("[data-deed]").inner_text().removeprefix("Wijs toe aan ")
                keys = by_keys(page, ["j", "w"])
                page.get_by_text(f"toegewezen aan {proposed}").first.wait_for()
            assert len(keys) <= MOST_TO_ASSIGN
    with stage.page("manager") as page:
        page.goto(f"/klachten/{number}")
        if stage.api.ask("GET", f"/complaints/{number}")[1]["handler"] is None:
            keys = by_keys(page, ["a"])
            page.get_by_text("De klacht is toegewezen.").first.wait_for()
            assert len(keys) <= MOST_TO_ASSIGN
    assert stage.api.ask("GET", f"/complaints/{number}")[1]["handler"], number
    number = stage.api.register()["number"]
    stage.api.act(number, "assign", {"handler": "henk@huis.invalid"})
    with stage.page("handler") as page:
        page.goto(f"/klachten/{number}")
        keys = by_keys(page, ["c", "Space", "Control+Enter"])
        page.get_by_text("Het contact is vastgelegd.").first.wait_for()
        assert len(keys) <= MOST_TO_RECORD
        print(f"      assigned by 1 or 2 keys, contact by {len(keys)}")


@test("mail that is no complaint is closed by one key in the list, and comes back by another")
def closing_mail(stage):
    number = stage.api.register()["number"]
    for turn in ("een", "twee"):
        mail = f"From: Reclame <r{turn}-{number}@klant.invalid>\r\nSubject: Aanbod {turn} bij {number}\r\n\r\nNu met korting.\r\n"
        stage.house.command("mail", "receive", "--wait", stdin=mail)
    with stage.page("manager") as page:
        page.goto("/post")
        rows = page.locator("[data-item]").filter(has_text=f"bij {number}")
        before = rows.count()
        same(before, 2, "mails that wait")
        first = rows.first.get_by_role("link").inner_text()
        while f"bij {number}" not in (page.locator("[data-item].selected").all_inner_texts() or [""])[0]:
            by_keys(page, ["j"])
        by_keys(page, ["c"])
        page.get_by_text(f"Afgesloten, geen klacht: {first}.").wait_for()
        same(rows.count(), 1, "mails that wait after closing one")
        by_keys(page, ["z"])
        page.get_by_text("Ongedaan gemaakt: de mail staat hier weer.").wait_for()
        same(rows.count(), 2, "mails that wait after taking that back")
        assert "geen klacht" in page.locator("#shortcuts").inner_html()
    with stage.page("manager", scripts=False, width=320) as page:
        page.goto("/post")
        page.get_by_role("button", name=f"Geen klacht: {first}").click()
        page.get_by_text(f"Afgesloten, geen klacht: {first}.").wait_for()


def by_keys(page, keys):
    page.add_init_script("addEventListener('pointerdown', () => console.error('CSP-REPORT a pointer was used'), true)")
    for key in keys:
        page.keyboard.press(key)
    return keys
