"""Every date that was promised comes out again as it was recorded: a house of invented complaints, worked out anew by `gehoor verify`.

GEHOOR_REPLAYED says how many complaints; scripts/trust takes a hundred thousand.
"""
import os
import re
import subprocess
import time

from Tests.Outside.program import BINARY, House, surroundings
from Tests.Outside.report import same, test

COMPLAINTS = int(os.environ.get("GEHOOR_REPLAYED", "300"))


def run(house, *words):
    """What a command that may take long says and prints."""
    began = time.monotonic()
    done = subprocess.run([BINARY, *words, "--data", house.folder], capture_output=True, text=True, env=surroundings(None))
    return done.returncode, done.stdout, done.stderr, time.monotonic() - began


@test(f"{COMPLAINTS:,} complaints replayed: each promise by the date that was recorded")
def replayed():
    with House() as house:
        code, _, said, seconds = run(house, "demo", "--complaints", str(COMPLAINTS), "--years", "5", "--seed", "1")
        same(code, 0, f"demo: {said}")
        print(f"      {COMPLAINTS:,} complaints made in {seconds:.0f} s")
        code, findings, said, seconds = run(house, "verify")
        promises = int(re.search(r"(\d+) promises replayed", said)[1])
        differing = [line for line in findings.splitlines() if line.startswith("promise:")]
        print(f"      {promises:,} promises replayed, {len(differing)} differ, in {seconds:.0f} s")
        same(differing[:10], [], "promises that differ")
        same((code, findings), (0, ""), "verify")
        assert promises >= 2 * COMPLAINTS, f"only {promises} promises"
