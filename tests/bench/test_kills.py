"""A server is killed over and over; one that does not start again ends the run."""

import time
from types import SimpleNamespace

import pytest
from harness import kills, server


@pytest.fixture(autouse=True)
def _often(monkeypatch):
    monkeypatch.setattr(kills, "BETWEEN_KILLS", (0.01, 0.02))


def wait_until(is_so):
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_each_kill_is_followed_by_a_start():
    deeds = []
    at = SimpleNamespace(kill=lambda: deeds.append("kill"), start=lambda: deeds.append("start"))
    with kills.killing(at) as made:
        wait_until(lambda: made.number >= 3)
    assert deeds == ["kill", "start"] * made.number


def test_a_server_that_stays_dead_is_told():
    def start():
        raise RuntimeError("the server did not start")

    at = SimpleNamespace(kill=lambda: None, start=start)
    with pytest.raises(RuntimeError, match="did not start"), kills.killing(at) as made:
        wait_until(lambda: made.fault)
    assert made.number == 1


def test_a_port_is_none_that_a_client_may_be_given():
    assert all(server.PORTS[0] <= server.free_port() < server.PORTS[1] for _ in range(20))
