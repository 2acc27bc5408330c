"""How PostgreSQL carries out what a house asks of it most: the plans it really took (auto_explain), while pages are read and complaints handled.

    scripts/bench --plans [--sizes 100000]"""
import collections
import json
import pathlib
import re
import statistics

from Tests.Bench import houses, load
from Tests.Bench.postgres import Pair
from Tests.Outside.api import API

SETTINGS = """
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = 0
auto_explain.log_analyze = on
auto_explain.log_buffers = on
auto_explain.log_timing = off
auto_explain.log_format = json
log_min_messages = log
log_line_prefix = '%m '
"""
TURNS = 30
# What says nothing about a plan.
DULL = re.compile(r"pg_|current_setting|set_config|write_mark|migration|^SET |^BEGIN|^COMMIT|house_key")


def show(size, shelf):
    with Pair(size, shelf, SETTINGS) as pair:
        # Once before it counts: statements are prepared, and planned for any values after five times.
        work(pair, 10)
        log = pathlib.Path(pair.server.folder, "server.log")
        begin = log.stat().st_size
        work(pair, TURNS)
        found = parse(log.read_bytes()[begin:].decode(errors="replace"))
    # By the time they take in all.
    statements = sorted(found.items(), key=lambda one: -sum(run["ms"] for run in one[1]))
    print(f"\n{'calls':>6} {'ms':>8} {'rows':>7} {'pages':>7}  statement, and how it was carried out ({size:,} complaints)")
    for sql, runs in statements[:16]:
        ms, rows, pages = (statistics.median(run[what] for run in runs) for what in ("ms", "rows", "pages"))
        print(f"{len(runs):>6} {ms:>8.2f} {rows:>7.0f} {pages:>7.0f}  {shortened(sql)}\n{'':>32}{runs[-1]['plan']}")


def work(pair, turns):
    """A mixture of what a working day asks, several times."""
    node = pair.nodes[0]
    cookie, overview = (houses.signed_in(node, f"{who}@huis.invalid") for who in ("henk", "dirk"))
    words = [word for word, _ in houses.words_with_hits(pair.sqlite, (100, 5000))]
    api = API(node.port, pair.tokens[node])
    files = [f"/klachten/{number}" for number in houses.numbers(pair.sqlite, turns)]
    lists = ["/klachten?lijst=all", "/klachten?lijst=open", "/klachten", *(f"/klachten?lijst=all&q={word}" for word in words)]
    for file in files:
        for path in (file, *lists):
            fetch(node, path, cookie)
        fetch(node, "/overzicht", overview)
        number = api.register()["number"]
        api.act(number, "assign", {"handler": "henk@huis.invalid"})
        api.act(number, "note", {"text": "De monteur had de verkeerde straat in zijn route staan."})
    api.close()


def fetch(node, path, cookie):
    status = load.status(node, path, cookie)
    assert status == 200, f"{path}: {status}"


def parse(log):
    """What the log says of each statement, by its text."""
    found = collections.defaultdict(list)
    for entry in re.split(r"(?m)^(?=\d{4}-\d\d-\d\d \d\d:)", log):
        begin = entry.find("plan:\n")
        if begin < 0:
            continue
        said = json.loads(entry[begin + 6:])
        sql = " ".join(said["Query Text"].split())
        if DULL.search(sql):
            continue
        plan = said["Plan"]
        leaves = []
        collect(plan, leaves)
        found[sql].append({
            "ms": float(re.search(r"duration: ([\d.]+) ms", entry)[1]),
            "rows": sum(rows for _, rows in leaves),
            "pages": plan.get("Shared Hit Blocks", 0) + plan.get("Shared Read Blocks", 0),
            "plan": " · ".join(dict.fromkeys(name for name, _ in leaves)) or plan["Node Type"]})
    return found


def collect(node, leaves):
    """The nodes that read tables, with the rows that they looked at."""
    table, loops = node.get("Relation Name"), node.get("Actual Loops", 0)
    if node["Node Type"] == "ModifyTable":
        leaves.append((f"{node['Operation']} {table}", 0))
    elif table or "Index Name" in node:
        looked = sum(node.get(name, 0) for name in ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck"))
        by = f" by {node['Index Name']}" if "Index Name" in node else ""
        order = " backwards" if node.get("Scan Direction") == "Backward" else ""
        sort = f"{node['Node Type']}{f' {table}' if table else ''}{by}{order}"
        leaves.append((sort, looked * loops))
    elif node["Node Type"] in ("Sort", "Incremental Sort"):
        leaves.append((node["Node Type"], 0))
    for child in node.get("Plans", []):
        collect(child, leaves)


def shortened(sql, most=150):
    sql = re.sub(r"^SELECT .{60,}? FROM ", "SELECT … FROM ", sql)
    sql = re.sub(r"(\(\$\d+(, \$\d+)*\)(, )?)+", "(…)", sql)
    return sql if len(sql) <= most else sql[:most - 1] + "…"
