"""What PostgreSQL itself gives for a large house: a base backup with archived WAL, brought back to a moment; and a second server that takes over.
The commands are those of docs/operation.md."""
import os
import shutil
import time

from Tests.Durability.kills import Ledger, check_against_ledger
from Tests.Durability.nodes import Load, MOST_AWAY, Nodes
from Tests.Outside.api import API
from Tests.Outside.postgres import Server, ask
from Tests.Outside.program import House
from Tests.Outside.report import same, test


def node_with(address, nodes):
    """A node on another server, with the keys of these."""
    house = House(address)
    shutil.copytree(os.path.join(nodes.all[0].folder, "secrets"), os.path.join(house.folder, "secrets"))
    return house


def register(api, count, ledger=None):
    for _ in range(count):
        complaint = api.register()
        if ledger is not None:
            ledger.add(complaint["number"], complaint["story"])


@test("PostgreSQL brought back from a base backup and archived WAL to a moment: all until then is there, whole, and nothing after it")
def to_a_moment():
    with Nodes("archive_mode = on\narchive_command = 'test ! -f {folder}/wal/%f && cp %p {folder}/wal/%f'") as nodes:
        archive = nodes.server.make_file("wal/")
        nodes.all[0].start()
        api, ledger = API(nodes.all[0].port, nodes.token), Ledger()
        register(api, 20, ledger)
        base = nodes.server.backup("--wal-method=none")
        register(api, 30, ledger)
        moment = ask(nodes.address, "SELECT clock_timestamp()")
        time.sleep(0.1)
        register(api, 40)
        last = ask(nodes.server.url, "SELECT pg_walfile_name(pg_switch_wal())")
        deadline = time.monotonic() + 30
        while not os.path.exists(os.path.join(archive, last)):
            assert time.monotonic() < deadline, "the WAL was not archived"
            time.sleep(0.1)
        nodes.server.kill()
        began = time.monotonic()
        settings = f"archive_mode = off\nrestore_command = 'cp {archive}/%f %p'\nrecovery_target_time = '{moment}'\nrecovery_target_action = promote"
        with Server(settings, data=base, role="recovery") as again:
            address = again.address(nodes.address.rsplit("/", 1)[1])
            deadline = time.monotonic() + 30
            while ask(again.url, "SELECT pg_is_in_recovery()") == "t":
                assert time.monotonic() < deadline, "it does not come out of recovery"
                time.sleep(0.1)
            with node_with(address, nodes) as node:
                node.start()
                check_against_ledger(node, API(node.port, nodes.token), ledger)
                same(int(ask(address, "SELECT count(*) FROM complaint")), len(ledger), "complaints")
                node.command("verify")
                print(f"      {len(ledger)} complaints of before {moment} there, 40 of after it not; back after {time.monotonic() - began:.1f} s")


@test(f"a second PostgreSQL that takes over under load when the first is killed: none missing, nothing twice, back within {MOST_AWAY} s")
def takes_over():
    with Nodes() as nodes:
        name = nodes.address.rsplit("/", 1)[1]
        base = nodes.server.backup("--wal-method=stream", "--write-recovery-conf")
        with Server(data=base) as second:
            # The first acknowledges what the second has on its disk.
            ask(nodes.server.url, "ALTER SYSTEM SET synchronous_standby_names = '*'")
            ask(nodes.server.url, "SELECT pg_reload_conf()")
            both = nodes.server.address(name).replace("/" + name, f",127.0.0.1:{second.port}/{name}?target_session_attrs=read-write")
            for node in nodes.all:
                node.address = both
            nodes.start()
            ledger = Ledger()
            with Load(nodes, ledger) as load:
                load.wait(300)
                nodes.server.kill()
                began = time.monotonic()
                second.run("pg_ctl", "-D", second.data, "-w", "promote")
                load.wait(17)
                away = time.monotonic() - began
                load.wait(300)
            longest = max(client.longest for client in load.clients)
            nodes.address = second.address(name)
            for node in nodes.all:
                check_against_ledger(node, API(node.port, nodes.token), ledger)
            same(int(ask(nodes.address, "SELECT count(*) FROM complaint")), len(ledger), "complaints")
            nodes.all[0].command("verify")
            print(f"      {len(ledger)} acknowledged, all there once; work went on after {away:.1f} s, the longest wait {longest:.1f} s")
            assert max(away, longest) <= MOST_AWAY
