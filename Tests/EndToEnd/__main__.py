"""Drives Gehoor in a real browser. python3 -m Tests.EndToEnd [WORD…] runs the tests whose sentences hold one of the words."""
from Tests.EndToEnd.stage import Stage
import Tests.EndToEnd.pages  # noqa: F401  (holds tests)
from Tests.Outside.report import run

with Stage() as stage:
    run(stage)
