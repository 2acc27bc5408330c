"""Words that try to become something else, in every field, looked at on every page."""
from Tests.EndToEnd.scene import Scene
from Tests.EndToEnd.walk import existing_pages
from Tests.Outside.report import same, test

MARKS = ["\u0301", "\ufe0f", "\u20e3", "\u200d", "\u200b"]
STRINGS = [
    "<script>canary('script')</script>",
    "\"><img src=x onerror=canary('img')>",
    "'><svg/onload=canary('svg')>",
    "</textarea><script>canary('textarea')</script>",
    "</title><script>canary('title')</script>",
    "javascript:canary('url')",
    "\" autofocus onfocus=canary('focus') x=\"",
    "{{follow-link}} {{#a}}{{{b}}} ${7*7} %s %n",
    "&lt;b&gt; &amp; &#x3C;script&#x3E;",
    "<!-- --><![CDATA[ ]]> -->",
    "‮txt.exe‬ ﷽ 👩‍👩‍👧 ТЕСТ ẞ ǅ",
    "=HYPERLINK(\"http://x\") +1 -1 @SUM",
    "'; DROP TABLE complaint; --",
] + [f"{sign}{mark}<img src=x onerror=canary('mark')>" for sign in "\"<>&'" for mark in MARKS]


@test("naughty words in every field run no script on any page, trip no policy, and are shown as they are")
def naughty_words(stage):
    story = "\n".join(STRINGS)
    scenes = scenes_with(stage, story)
    stage.trouble.clear()
    pages = existing_pages()
    for role in {role for _, role, _ in pages}:
        with stage.page(role) as page:
            # Pages that show no complaint of their own look the same for every scene.
            addresses = {scene.address(pattern) for scene in scenes for _, who, pattern in pages if who == role}
            for address in sorted(addresses):
                page.goto(address)
                same(page.evaluate("window.gehoorRan"), [], f"scripts that ran on {address}")
    same(stage.trouble, [], "held back by the content security policy")
    same(stage.foreign, [], "requests to other origins")
    with stage.page("manager") as page:
        page.goto(f"/klachten/{scenes[0].received}")
        shown = page.locator("main").inner_text()
        same([text for text in STRINGS if text not in shown], [], "not shown as written")


def scenes_with(stage, story):
    """Complaints whose every free field holds something naughty; short fields hold one string each."""
    scenes = []
    for text in STRINGS[:3] + STRINGS[13::6]:
        person = {"name": text, "organisation": text, "phone": "06 12 34 56 78", "address": text, "customerNumber": text[:40]}
        scene = Scene(stage, **person)
        scenes.append(scene)
        for act, value in [("note", story), ("answer", story), ("ask", story)]:
            stage.api.act(scene.handled, act, {"text": value})
        stage.api.act(scene.handled, "consult", {"colleague": "ingrid@huis.invalid", "question": text, "due": "2030-01-02"})
        scene.received = stage.api.register(story=story, customer={"name": text, "phone": "06 12 34 56 78"})["number"]
    return scenes
