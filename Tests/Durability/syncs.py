"""strace counts the syncs: a registration that comes alone is answered after a sync of its own."""
import os
import re
import tempfile

from Tests.Outside.api import API
from Tests.Outside.program import House
from Tests.Outside.report import test

REGISTRATIONS = 20


@test(f"{REGISTRATIONS} registrations one after the other cost at least as many syncs, each before its answer")
def each_registration_is_synced():
    with House() as house, tempfile.TemporaryDirectory() as scratch:
        log = os.path.join(scratch, "strace")
        token = house.add_token("intake")
        house.start(under=["strace", "-f", "-qq", "-o", log, "-e", "trace=fsync,fdatasync"])
        api = API(house.port, token)
        api.register(story="De eerste telt niet mee: dan wordt alles klaargezet.")
        for turn in range(REGISTRATIONS):
            before = syncs(log)
            api.register(story=f"Klacht {turn}: de balie was dicht.")
            assert syncs(log) > before, f"registration {turn} was answered without a sync"
        api.close()


def syncs(log):
    """Syncs that came back well so far. strace writes each line before it lets the program go on."""
    with open(log, encoding="utf-8") as lines:
        return sum(1 for line in lines if re.search(r"(fsync|fdatasync)(\(| resumed).*= 0$", line))
