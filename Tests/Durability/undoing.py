"""kill -9 between an act and its undoing: what can be undone, and which letters wait for that, is in the database and nowhere else."""
import time

from Tests.Outside.api import API
from Tests.Outside.program import House, command
from Tests.Outside.report import same, test

HELD = 15


def letters(api, number):
    return [(letter["kind"], letter["state"]) for letter in api.ask("GET", f"/complaints/{number}/letters")[1]["letters"]]


@test("killed between an act and its undoing, it can still be undone; its letter goes nowhere before, and by itself after")
def killed_between():
    with House() as house:
        house.add_staff("Henk Behandelaar", "henk@huis.invalid", "handler")
        token = house.add_token("intake", "manager")
        house.start()
        api = API(house.port, token)
        undone, kept = api.register()["number"], api.register()["number"]
        began = time.monotonic()
        for number in (undone, kept):
            api.act(number, "assign", {"handler": "henk@huis.invalid"})
        house.kill()
        house.start()
        api.close()
        if time.monotonic() - began > HELD - 2:
            return print("      the machine is too slow to say anything")
        same(letters(api, undone), [("received", "waiting"), ("handler-assigned", "held")], "after the kill")
        same(api.act(undone, "undo")["phase"], "received", "undone")
        house.kill()
        house.start()
        api.close()
        same(letters(api, undone), [("received", "waiting"), ("handler-assigned", "undone")], "after the undoing")
        time.sleep(max(0, began + HELD + 1 - time.monotonic()))
        same(letters(api, kept), [("received", "waiting"), ("handler-assigned", "waiting")], "after its time")
        status, problem = api.ask("POST", f"/complaints/{kept}/undo", {})
        same((status, problem["code"]), (409, "undo-too-late"), "after its time")
        command("verify", "--data", house.folder)
