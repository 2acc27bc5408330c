"""Ways to use a page: with a pointer, or by keyboard alone. Both find what they use by its name, as people do."""
import re


class Pointer:
    """Clicks and types. Works without scripts too."""

    def __init__(self, page):
        self.page = page

    def field(self, label, within=None):
        """The field that one sees under this label, "(optioneel)" or not."""
        name = re.compile(rf"^\s*{re.escape(label)}\s*(\((optioneel|optional)\))?\s*$")
        return (within or self.page).get_by_label(name).locator("visible=true").first

    def go(self, path):
        return self.page.goto(path)

    def write(self, label, text, within=None):
        self.field(label, within).fill(text)

    def choose(self, label, option, within=None):
        self.field(label, within).select_option(label=option)

    def mark(self, name, within=None):
        """A radio button or a tick."""
        self.field(name, within).check()

    def open(self, name, within=None):
        """Unfolds what stands behind a summary."""
        summary = self.summary(name, within)
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()

    def press(self, name, within=None):
        (within or self.page).get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name, within=None):
        (within or self.page).get_by_role("link", name=name).first.click()

    def attach(self, label, path, within=None):
        self.field(label, within).set_input_files(path)

    def summary(self, name, within=None):
        return (within or self.page).locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(name)}\s*$")).locator("visible=true").first

    def sees(self, text):
        """Fails unless the text stands on the page, where one can see it."""
        self.page.get_by_text(text).locator("visible=true").first.wait_for()


class Keyboard(Pointer):
    """Tab, Space, Enter, the arrows and letters. Counts what it presses."""

    def __init__(self, page):
        super().__init__(page)
        self.presses = 0

    def key(self, name):
        self.page.keyboard.press(name)
        self.presses += 1

    def reach(self, target):
        """Walks with Tab until the target has the focus, once around the page at most."""
        target.wait_for()
        for _ in range(250):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.key("Tab")
        raise AssertionError(f"the keyboard does not get to {target}")

    def write(self, label, text, within=None):
        self.reach(self.field(label, within))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def choose(self, label, option, within=None):
        field = self.field(label, within)
        self.reach(field)
        for _ in range(60):
            if field.evaluate("element => element.selectedOptions[0]?.label") == option:
                return
            self.key("ArrowDown")
        raise AssertionError(f"the keyboard does not choose {option} in {label}")

    def mark(self, name, within=None):
        target = self.field(name, within)
        if target.get_attribute("type") == "checkbox":
            self.reach(target)
            return self.key("Space")
        group = target.evaluate("element => element.name")
        self._reach_group(target, group)
        self.key("Space")
        for _ in range(20):
            if target.is_checked():
                return
            self.key("ArrowDown")
        raise AssertionError(f"the keyboard does not mark {name}")

    def _reach_group(self, target, group):
        target.wait_for()
        for _ in range(250):
            if target.evaluate(
                    "(element, group) => document.activeElement.name === group && document.activeElement.form === element.form", group):
                return
            self.key("Tab")
        raise AssertionError(f"the keyboard does not get to the choices of {group}")

    def open(self, name, within=None):
        summary = self.summary(name, within)
        self.reach(summary)
        if summary.locator("xpath=..").get_attribute("open") is None:
            self.key("Enter")

    def press(self, name, within=None):
        self.reach((within or self.page).get_by_role("button", name=name, exact=True).first)
        self.leave()

    def follow(self, name, within=None):
        self.reach((within or self.page).get_by_role("link", name=name).first)
        self.leave()

    def leave(self):
        """Enter, and the page that comes of it."""
        with self.page.expect_navigation():
            self.key("Enter")
