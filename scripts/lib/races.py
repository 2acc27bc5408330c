"""Reads what Thread Sanitizer reported, and tells races from what it cannot see.

    races.py FILE…

Swift's `Mutex` takes its slow way, when two threads want it at once, inside a library that the sanitizer does not watch: a program of ten
lines in which threads only share a `Mutex<Int>` is reported too. So a report whose two sides both stand inside `withLock` of the same file is
counted and set aside; every other one is printed. The last line is how many of each; the exit code is 1 if any is left."""
import re
import sys

ACCESS = re.compile(r"^  (Previous )?(atomic |modifying |Modifying )?(read|write|access|Read|Write)\b")
FRAME = re.compile(r"^\s+#\d+ \S.* (/\S+\.swift):(\d+)")


def accesses(report):
    """The stacks of the two sides, each a list of (file, line)."""
    stacks, frames = [], None
    for line in report.splitlines():
        if ACCESS.match(line):
            frames = []
            stacks.append(frames)
        elif not line.strip():
            frames = None
        elif frames is not None and (match := FRAME.match(line)):
            frames.append((match[1], int(match[2])))
    return stacks[:2]


def locked(stack):
    """The file in which a stack's innermost frames stand inside `withLock`; None where they don't."""
    for file, line in stack[:3]:
        try:
            with open(file, encoding="utf-8") as source:
                if ".withLock" in source.readlines()[line - 1]:
                    return file
        except (OSError, IndexError):
            pass
    return None


def main():
    reports = []
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8", errors="replace") as file:
            reports += [part for part in file.read().split("==================\n") if "WARNING: ThreadSanitizer" in part]
    real = []
    for report in reports:
        sides = [locked(stack) for stack in accesses(report)]
        if len(sides) < 2 or None in sides or sides[0] != sides[1]:
            real.append(report)
    for report in real[:10]:
        print(report)
    print(f"{len(real)} races, {len(reports) - len(real)} reports of a Mutex set aside")
    return 1 if real else 0


if __name__ == "__main__":
    sys.exit(main())
