"""A runner of a page: tests are functions with a sentence; what fails is shown, the rest goes on; the last line is the total."""
import sys
import time
import traceback

TESTS = []


def test(sentence):
    """Marks a function as the test that `sentence` holds."""
    def mark(function):
        TESTS.append((sentence, function))
        return function
    return mark


class NotHere(Exception):
    """This machine lacks what the test needs, and says why."""


def same(found, wanted, what=""):
    """Fails unless the two are equal, and shows both."""
    if found != wanted:
        raise AssertionError(f"{what}: found {found!r}, wanted {wanted!r}" if what else f"found {found!r}, wanted {wanted!r}")


def run(*givens):
    """Runs every test with `givens`; those whose sentence holds one of the words on the command line, if there are any."""
    words, passed, failed = sys.argv[1:], 0, 0
    for sentence, function in TESTS:
        if words and not any(word in sentence for word in words):
            continue
        began = time.monotonic()
        try:
            function(*givens)
        except NotHere as why:
            print(f"  – {sentence}: not run, {why}")
        except Exception:
            failed += 1
            print(f"  ✘ {sentence} ({time.monotonic() - began:.1f} s)")
            print("      " + traceback.format_exc().strip().replace("\n", "\n      "))
        else:
            passed += 1
            print(f"  ✔ {sentence} ({time.monotonic() - began:.1f} s)")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)
