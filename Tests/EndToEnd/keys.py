"""How quick a telephone complaint of a known customer is to take in."""
from Tests.Outside.report import same, test

MOST_KEYS = 12


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
