"""Rules that hold for every page."""
from Tests.Outside.report import same, test


@test("a page that is not there says so, in a frame without scripts from elsewhere")
def absent_page(stage):
    context = stage.browser.new_context()
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    answer = page.goto(stage.base + "/nergens")
    same(answer.status, 404)
    same([url for url in requests if not url.startswith(stage.base + "/")], [], "requests to elsewhere")
    context.close()
