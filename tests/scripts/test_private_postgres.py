"""A server of one's own: it starts for root and for others, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from scripts.private_postgres import private_server

ROOT = Path(__file__).resolve().parents[2]
IS_ROOT = os.geteuid() == 0


@pytest.fixture(scope="module")
def server():
    with private_server() as server:
        yield server


def _ask(server, question):
    with psycopg.connect(server.url) as connection:
        return connection.execute(question).fetchone()[0]


def test_it_answers_on_its_socket_and_on_no_address(server):
    assert _ask(server, "SHOW listen_addresses") == ""
    assert _ask(server, "SHOW server_version_num") >= "150000"


def test_it_folds_the_case_of_kyrgyz_letters(server):
    assert _ask(server, "SELECT lower('ҢӨҮ')") == "ңөү"


def test_it_does_not_run_as_root(server):
    folder = Path(_ask(server, "SHOW data_directory"))
    assert (folder.stat().st_uid != 0) or not IS_ROOT


def test_its_programs_fit_it(server):
    dump = [server.programs / "pg_dump", "--schema-only", server.url]
    assert (
        b"PostgreSQL database dump" in subprocess.run(dump, capture_output=True, check=True).stdout
    )


def _command(*words):
    return [sys.executable, "-m", "scripts.private_postgres", *words]


def test_a_command_finds_the_address_and_its_exit_code_is_passed_on():
    ask = 'test -n "$DATABASE_URL" && command -v pg_dump && echo "$DATABASE_URL" && exit 7'
    done = subprocess.run(
        _command("sh", "-c", ask), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 7
    folder = Path(done.stdout.splitlines()[-1].partition("host=")[2])
    assert folder.name.startswith("korgoo-pg-")
    assert not folder.exists()


def test_a_stopped_command_takes_its_server_with_it():
    with subprocess.Popen(
        _command("sh", "-c", 'echo "$DATABASE_URL"; exec sleep 60'),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        folder = Path(process.stdout.readline().strip().partition("host=")[2])
        assert folder.exists()
        process.terminate()
        assert process.wait(30) != 0
    assert not folder.exists()


def test_without_a_command_it_explains_itself():
    done = subprocess.run(_command(), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "COMMAND" in done.stderr


# Loads what it needs as us, then becomes nobody: the environment may lie where only we can read.
AS_NOBODY = """
import os, pwd, sys
from pathlib import Path
import psycopg
from scripts import private_postgres

psycopg.connect(sys.argv[1]).close()
private_postgres._programs = lambda place, account: Path(sys.argv[2])
if os.geteuid() == 0:
    nobody = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)
assert os.geteuid() != 0
with private_postgres.private_server() as server, psycopg.connect(server.url) as connection:
    print(connection.execute("SELECT 41 + 1").fetchone()[0])
"""


def test_an_ordinary_user_starts_it_too(server):
    command = [sys.executable, "-c", AS_NOBODY, server.url, server.programs]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "42", done.stderr
