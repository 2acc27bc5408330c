"""kill -9 of Gehoor, of Dovecot and of Postfix while mail streams in and acknowledgements stream out: nothing is lost, no complaint is doubled.

GEHOOR_STREAM says how many mails; scripts/trust sends a thousand.
"""
import collections
import os
import signal
import threading
import time

from Tests.Durability.letters import complaints_of, eventually, house_with_mail
from Tests.Durability.queues import states
from Tests.Outside.mail import mail
from Tests.Outside.program import command
from Tests.Outside.report import same, test

COUNT = int(os.environ.get("GEHOOR_STREAM", "60"))
# Seconds in which the mails come.
LASTING = max(12, COUNT // 12)


def bring(incoming, count, ended):
    """Delivers the mails, spread over the time that the killing takes."""
    for number in range(count):
        text = f"Dit is klacht {number} van de stroom: de monteur kwam weer niet."
        incoming.deliver(mail(f"Klant {number} <klant{number}@ontvanger.test>", f"Klacht {number}", text))
        if ended.wait(LASTING / count):
            return


def kill_in_turn(house, incoming, outgoing, bringing):
    """Kills one of the three and starts it again, until all mails were brought. How often."""
    def kill(server):
        server.end(signal.SIGKILL)
        server.start()

    def restart():
        house.kill()
        house.start()

    victims = [restart, lambda: kill(incoming), lambda: kill(outgoing)]
    turns = 0
    while bringing.is_alive() or turns < 2 * len(victims):
        time.sleep(1 + turns % 3)
        victims[turns % len(victims)]()
        turns += 1
    return turns


def tell_of_missing(house, outgoing):
    """Where the letters are that did not come, and what the mail server said last: whether it was up at all."""
    print(f"      letters by the state of their sending: {dict(states(house))}")
    for name in ("sasl/log", "postfix.log"):
        print(f"      {name}: …" + (outgoing.folder / name).read_text(errors="replace")[-600:].replace("\n", "\n        "))


@test(f"kill -9 of Gehoor, Dovecot and Postfix while {COUNT} mails come and are answered: none lost, no complaint doubled")
def stream_of_mail():
    with house_with_mail() as (house, incoming, outgoing, api):
        ended = threading.Event()
        bringing = threading.Thread(target=bring, args=(incoming, COUNT, ended), daemon=True)
        bringing.start()
        try:
            kills = kill_in_turn(house, incoming, outgoing, bringing)
        finally:
            ended.set()
        api.close()
        eventually(lambda: len(complaints_of(house)) >= COUNT, seconds=180)
        letters = outgoing.wait_for("others", COUNT, seconds=600)
        # What is in doubt comes once more a minute later.
        eventually(lambda: len({letter["To"] for letter in outgoing.delivered("others")}) >= COUNT, seconds=180)
        letters = outgoing.delivered("others")
        stories = collections.Counter(story.split(" van de stroom")[0].split("Dit is klacht ")[-1] for story in complaints_of(house))
        same(sorted(stories, key=int), [str(number) for number in range(COUNT)], "complaints")
        same([number for number, times in stories.items() if times > 1], [], "complaints that were doubled")
        by_reader = collections.defaultdict(list)
        for letter in letters:
            by_reader[letter["To"]].append(letter["Message-ID"])
        if len(by_reader) < COUNT:
            tell_of_missing(house, outgoing)
        same(len(by_reader), COUNT, "customers with an acknowledgement")
        same([reader for reader, ids in by_reader.items() if len(set(ids)) > 1], [], "customers with two different acknowledgements")
        house.stop()
        command("verify", "--data", house.folder)
        print(f"      {kills} kills; {len(letters) - COUNT} acknowledgements came twice, under the same Message-ID")
