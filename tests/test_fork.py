"""Work beside the main line: wherever it is done, the same comes out, and what fails there fails here as it would."""

import os
import subprocess
import sys

import pytest

from generator.cli.bouw.fork import Fork

IN_EEN_EIGEN_PROCES = """\
import atexit, os, sys, threading, time
from generator.cli.bouw.fork import Fork
hier = os.getpid()
def werk():
    {werk}
{vooraf}
with Fork(werk) as fork:
    {intussen}
    print(fork.result())
"""


def draai(werk, vooraf="", intussen=""):
    """What a fresh process says, that has no threads of others and so may make a copy of itself."""
    regels = IN_EEN_EIGEN_PROCES.format(werk=werk, vooraf=vooraf, intussen=intussen)
    klaar = subprocess.run(
        [sys.executable, "-P", "-c", regels], capture_output=True, text=True, check=False, timeout=30
    )
    return klaar.stdout.strip() or klaar.stderr.strip()


def test_what_the_work_gives_comes_out():
    with Fork(lambda: {"a": b"1"}) as fork:
        assert fork.result() == {"a": b"1"}


@pytest.mark.skipif(sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="hier maakt een proces geen kopie")
def test_on_a_machine_with_two_processors_another_process_does_it():
    assert draai("return os.getpid() != hier") == "True"


def test_a_process_with_threads_does_it_itself():
    draad = "threading.Thread(target=threading.Event().wait, daemon=True).start()"
    assert draai("return os.getpid() == hier", draad) == "True"


def test_where_the_system_allows_no_other_process_it_is_done_here():
    vol = "def vol(): raise BlockingIOError(11, 'vol')\nos.fork = vol"
    assert draai("return os.getpid() == hier", vol) == "True"


def test_when_the_copy_is_killed_the_work_is_done_here():
    assert draai("return 'gedaan' if os.getpid() == hier else os.kill(os.getpid(), 9)") == "gedaan"


def test_what_the_work_raises_is_raised_here_and_once():
    assert draai("raise ValueError('kan niet')").splitlines().count("ValueError: kan niet") == 1


def test_nothing_that_waits_to_be_written_is_written_twice():
    assert draai("return 2", "sys.stdout.write('een ')") == "een 2"


def test_a_run_that_stops_halfway_leaves_no_copy_behind():
    over = "atexit.register(lambda: os.waitpid(-1, 0))"  # complains when there is no child to wait for
    assert "ChildProcessError" in draai("time.sleep(60)", over, "raise SystemExit(7)")
