"""kill -9 while people save what they type and send it: each text is there once, as a draft or as what was done, never both and never neither."""
import http.client
import json
import os
import sqlite3
import threading
import urllib.error

from Tests.Durability.trouble import signed_in
from Tests.Outside.api import API
from Tests.Outside.program import House, command
from Tests.Outside.report import same, test

ROUNDS, WRITERS = int(os.environ.get("GEHOOR_KILLS", "3")), 8


def writer(browser, number, token, mark, saved, sent, ended):
    """Saves a draft of a note and sends it, again and again, until the server is gone."""
    for turn in range(1_000_000):
        text = f"{mark}-{turn}: gebeld met de planning."
        try:
            status, answer = browser.post(f"/klachten/{number}/note/concept", token=token, text=text, concept=f"0.{mark}.{2 * turn + 1}")
            if status == 429 or ended.is_set():
                return
            same(status, 200, answer)
            saved.append(text)
            version = json.loads(answer)["version"]
            browser.post(f"/klachten/{number}/note", token=token, text=text, concept=f"{version}.{mark}.{2 * turn + 1}")
            sent.append(text)
        except (OSError, http.client.HTTPException, urllib.error.URLError):
            return


def everywhere(house):
    """The texts that stand in notes, and those that stand in drafts: not what was sent and is only kept to be given back after an undoing."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True) as connection:
        notes = [body for (body,) in connection.execute("SELECT body FROM passage WHERE slot = 'text'")]
        drafts = [dict(json.loads(body))["text"] for (body,) in connection.execute("SELECT body FROM draft WHERE form NOT LIKE 'weg.%'")]
    return notes, drafts


@test(f"kill -9 while drafts are saved and sent, {ROUNDS} rounds: each text once, as a draft or as a note, and never in the journal before")
def drafts_and_acts():
    with House() as house:
        house.add_staff("Iris", "iris@huis.invalid", "intake")
        token = house.add_token("intake", "manager")
        for turn in range(ROUNDS):
            house.start()
            api = API(house.port, token)
            numbers = [api.register()["number"] for _ in range(WRITERS)]
            browser = signed_in(house)
            form = browser.hidden(browser.get(f"/klachten/{numbers[0]}")[1], "token")
            saved, sent, ended = [], [], threading.Event()
            threads = [
                threading.Thread(target=writer, args=(browser, number, form, f"{turn}w{i}", saved, sent, ended), daemon=True)
                for i, number in enumerate(numbers)]
            for thread in threads:
                thread.start()
            while len(sent) < 3 * WRITERS and any(thread.is_alive() for thread in threads):
                threads[0].join(timeout=0.01)
            house.kill()
            ended.set()
            for thread in threads:
                thread.join(timeout=70)
            house.start()
            house.stop()
            notes, drafts = everywhere(house)
            same([text for text in saved if (text in notes) == (text in drafts)], [], "in both, or in neither")
            same([text for text in sent if text not in notes], [], "sent, and not there")
            same(len(notes), len(set(notes)), "notes that are there twice")
            command("verify", "--data", house.folder)
            print(f"      round {turn + 1}: {len(saved)} saved, {len(sent)} sent before the kill, {len(drafts)} drafts left")
