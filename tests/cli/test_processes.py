"""The command as another process: settings, exit codes, and a journey with a real database file."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

CLEAN = {
    name: value for name, value in os.environ.items() if not name.startswith(("KORGOO", "DJ"))
}


@pytest.fixture
def run(tmp_path):
    """Run `korgoo` with a database of its own in an empty folder."""
    surroundings = {**CLEAN, "KORGOO_VAR": str(tmp_path / "var"), "DATABASE_URL": ""}

    def _run(*words, **more):
        return subprocess.run(
            [sys.executable, "-m", "korgoo.cli", *map(str, words)],
            env=surroundings | more,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return _run


def test_a_missing_production_setting_is_named(run):
    done = run("migrate", DJANGO_SETTINGS_MODULE="korgoo.settings.production")
    assert done.returncode == 1
    assert done.stderr.strip() == "Error: KORGOO_SECRET_KEY is not set; see deploy/README.md"


def test_a_real_installation_has_no_demonstration(run):
    done = run(
        "serve",
        "--demo",
        DJANGO_SETTINGS_MODULE="korgoo.settings.production",
        KORGOO_SECRET_KEY="x" * 50,
        KORGOO_HOSTS="korgoo.example",
    )
    assert done.returncode == 1
    assert "has no demo mode" in done.stderr


def test_a_taken_port_is_said_in_one_line(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert "Address already in use. Choose another" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture(scope="module")
def new(tmp_path_factory):
    """The folder of a platform whose database `migrate` has made; tests work on copies of it."""
    place = tmp_path_factory.mktemp("new") / "var"
    surroundings = {**CLEAN, "KORGOO_VAR": str(place), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "korgoo.cli", "migrate"]
    subprocess.run(command, env=surroundings, check=True, capture_output=True)
    return place


def test_a_new_database_is_saved_and_put_back(run, new, tmp_path):
    copy = tmp_path / "copy.korgoo"
    shutil.copytree(new, tmp_path / "var")
    assert run("backup", copy).returncode == 0
    (tmp_path / "var" / "korgoo.sqlite3").unlink()
    assert run("restore", copy).returncode == 0
    assert "all applied" in run("doctor").stdout


def test_pages_are_served_until_the_server_is_stopped(new, tmp_path):
    shutil.copytree(new, tmp_path / "var")
    surroundings = {**CLEAN, "KORGOO_VAR": str(tmp_path / "var"), "DATABASE_URL": ""}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    korgoo = [sys.executable, "-m", "korgoo.cli"]
    django = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(django, env=surroundings, check=True)
    with subprocess.Popen([*korgoo, "serve", "--port", str(port)], env=surroundings) as server:
        try:
            assert _answer(f"http://127.0.0.1:{port}/") == 200
        finally:
            server.send_signal(signal.SIGTERM)
    assert server.returncode == 0


def test_the_worker_stops_when_it_is_asked_to(tmp_path):
    surroundings = {**CLEAN, "KORGOO_VAR": str(tmp_path / "var"), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "korgoo.cli", "worker"]
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.PIPE, text=True) as worker:
        assert "worker: started" in worker.stderr.readline()
        time.sleep(1)  # its signal handlers are set once its threads run
        worker.terminate()
        assert worker.wait(20) == 0


def _answer(address):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            return urlopen(address, timeout=5).status  # noqa: S310  an address of this machine
        except HTTPError as error:
            return error.code
        except (URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail("the server did not answer within 30 seconds")
