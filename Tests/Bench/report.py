"""What was measured, as a table, as JSON, and as a picture of cost against size."""
import datetime
import json
import math
import os
import platform
from html import escape

from Tests.Outside.program import ROOT

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 400, 64, 230, 48, 44
COLOURS = ["#0f5c5c", "#b3541e", "#5b4a9f", "#7a6a00", "#a02c5a", "#2d6a9f", "#555555"]


def table(lines):
    """Prints the lines: what, house, figure, unit, goal, ceiling of the same run."""
    print(f"\n{'what':<56}{'house':>9}{'figure':>12} {'unit':<12}{'goal':>12}{'ceiling':>16}")
    largest = max(line["house"] for line in lines)
    for line in lines:
        # The goals are for the largest house.
        has_goal = line.get("goal") and line["house"] == largest
        goal = f"{line['goal'][0]} {line['goal'][1]:g}" if has_goal else ""
        missed = " ✘" if has_goal and not meets(line) else ""
        ceiling = f"{line['of']:.0%} of {line['ceiling']}" if line.get("ceiling") else ""
        print(f"{line['what']:<56}{line['house']:>9,}{line['figure']:>12,.1f} {line['unit']:<12}{goal:>12}{ceiling:>16}{missed}")


def meets(line):
    sign, goal = line["goal"]
    return line["figure"] >= goal if sign == "≥" else line["figure"] <= goal


def write(lines, about):
    """Both files, in .bench, by the moment."""
    folder = ROOT / ".bench"
    folder.mkdir(exist_ok=True)
    now = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
    machine = {"when": now, "machine": platform.processor() or platform.machine(), "cores": os.cpu_count()}
    (folder / f"{now}.json").write_text(json.dumps(machine | about | {"lines": lines}, indent=1, ensure_ascii=False) + "\n")
    print(f"\nwritten to .bench/{now}.json")
    if any(line.get("curve") for line in lines):
        (folder / f"{now}.svg").write_text(picture(lines))
        print(f"and .bench/{now}.svg")


def picture(lines):
    """p95 in milliseconds against complaints in the house, both by powers of ten: what stays level does not grow with the house."""
    sizes = sorted({line["house"] for line in lines})
    curves = {}
    for line in lines:
        if line.get("curve"):
            curves.setdefault(line["curve"], {})[line["house"]] = line["figure"]
    values = [value for curve in curves.values() for value in curve.values()]
    low, high = power_below(min(values)), power_above(max(values))

    def x(size):
        return LEFT + (WIDTH - LEFT - RIGHT) * (sizes.index(size) / max(1, len(sizes) - 1))

    def y(value):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(value / low) / math.log10(high / low))

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="system-ui, sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="24" font-size="15" font-weight="600">Time of a page (p95, ms) by complaints in the house</text>']
    mark = low
    while mark <= high * 1.001:
        parts.append(f'<path d="M{LEFT} {y(mark):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(mark) + 4:.1f}" text-anchor="end">{mark:g}</text>')
        mark *= 10
    for size in sizes:
        parts.append(f'<text x="{x(size):.1f}" y="{HEIGHT - 18}" text-anchor="middle">{size:,}</text>')
    below = 0
    for (name, curve), colour in zip(sorted(curves.items(), key=lambda one: -max(one[1].values())), COLOURS):
        points = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in sorted(curve.items()))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        last = max(curve)
        below = max(y(curve[last]) + 4, below + 15)
        parts.append(f'<text x="{WIDTH - RIGHT + 8}" y="{below:.1f}" fill="{colour}">{escape(name)} {curve[last]:.1f}</text>')
    return "\n".join([*parts, "</svg>\n"])


def power_below(value):
    power = 1.0
    while power > value:
        power /= 10
    while power * 10 <= value:
        power *= 10
    return power


def power_above(value):
    low = power_below(value)
    return low if low == value else low * 10
