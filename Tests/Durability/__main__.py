"""Kills the server, counts its syncs, and looks whether anything that was acknowledged is gone. python3 -m Tests.Durability [WORD…]"""
import Tests.Durability.backups  # noqa: F401  (holds tests)
import Tests.Durability.crowds  # noqa: F401  (holds tests)
import Tests.Durability.drafts  # noqa: F401  (holds tests)
import Tests.Durability.injected  # noqa: F401  (holds tests)
import Tests.Durability.kills  # noqa: F401  (holds tests)
import Tests.Durability.letters  # noqa: F401  (holds tests)
import Tests.Durability.mails  # noqa: F401  (holds tests)
import Tests.Durability.nodes  # noqa: F401  (holds tests)
import Tests.Durability.powercut  # noqa: F401  (holds tests)
import Tests.Durability.syncs  # noqa: F401  (holds tests)
import Tests.Durability.trouble  # noqa: F401  (holds tests)
import Tests.Durability.undoing  # noqa: F401  (holds tests)
import Tests.Durability.wire  # noqa: F401  (holds tests)
from Tests.Outside.report import run

run()
