"""Drives Gehoor in a real browser. python3 -m Tests.EndToEnd [WORD…] runs the tests whose sentences hold one of the words."""
import Tests.EndToEnd.beginning  # noqa: F401  (each of these holds tests)
import Tests.EndToEnd.drafts  # noqa: F401
import Tests.EndToEnd.journeys  # noqa: F401
import Tests.EndToEnd.keys  # noqa: F401
import Tests.EndToEnd.pages  # noqa: F401
import Tests.EndToEnd.learning  # noqa: F401
import Tests.EndToEnd.live  # noqa: F401
import Tests.EndToEnd.management  # noqa: F401
import Tests.EndToEnd.naughty  # noqa: F401
import Tests.EndToEnd.texts  # noqa: F401
import Tests.EndToEnd.undoing  # noqa: F401
from Tests.EndToEnd.stage import Stage
from Tests.Outside.report import run

with Stage() as stage:
    # The longest takes two minutes; a browser can stop answering.
    run(stage, ceiling=300)
