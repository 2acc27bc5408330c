"""A runner of a page: tests are functions with a sentence; what fails is shown, the rest goes on; the last line is the total."""
import contextlib
import os
import pathlib
import signal
import sys
import threading
import time
import traceback

TESTS = []
# Seconds after which a test hangs, and not merely takes long.
CEILING = int(os.environ.get("GEHOOR_TEST_CEILING", "900"))


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


def run(*givens, ceiling=CEILING, ends="chromium"):
    """Runs every test with `givens`; those whose sentence holds one of the words on the command line, if there are any.
    Where a test hangs (takes more than `ceiling` seconds), the programs called `ends` are ended below it, which makes it fail where
    it stood; then it is run once more, and that counts."""
    words, passed, failed = sys.argv[1:], 0, 0
    for sentence, function in TESTS:
        if words and not any(word in sentence for word in words):
            continue
        for last in (False, True):
            began, trouble = time.monotonic(), None
            try:
                with limited(sentence, ceiling, ends) as hung:
                    function(*givens)
            except NotHere as why:
                print(f"  – {sentence}: not run, {why}")
                break
            except Exception:
                trouble = "      " + traceback.format_exc().split("Browser logs:")[0].strip().replace("\n", "\n      ")
            took = time.monotonic() - began
            if trouble and hung.is_set() and not last:
                print(f"  … {sentence}: hung ({took:.1f} s), once more\n{trouble}")
                continue
            passed, failed = passed + (not trouble), failed + bool(trouble)
            print(f"  {'✘' if trouble else '✔'} {sentence} ({took:.1f} s)" + (f"\n{trouble}" if trouble else ""))
            break
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


@contextlib.contextmanager
def limited(sentence, ceiling, ends):
    """Tells whether what is done within takes too long, and ends what it may be waiting for. A minute later everything ends, with
    where it stood."""
    hung = threading.Event()

    def let_go():
        hung.set()
        end(ends)

    def give_up():
        stood = "".join(traceback.format_stack(sys._current_frames()[threading.main_thread().ident]))
        print(f"  ✘ {sentence}: hangs, and so do those after it\n{stood}", flush=True)
        end("")
        os._exit(1)

    timers = threading.Timer(ceiling, let_go), threading.Timer(ceiling + 60, give_up)
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield hung
    finally:
        for timer in timers:
            timer.cancel()


def end(name):
    """Kills what this program started, and what that started, where it is called so."""
    parents, names = {}, {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            called, rest = stat.read_text().split("(", 1)[1].rsplit(")", 1)
        except OSError:
            continue
        process = int(stat.parent.name)
        parents[process], names[process] = int(rest.split()[1]), called
    below = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in below} - below:
        below |= more
    for process in below - {os.getpid()}:
        if name in names[process]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
