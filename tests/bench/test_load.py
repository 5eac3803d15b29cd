"""Clients at once: who waits how long, who fails, who is done."""

import math
import threading

import pytest
from harness.load import Done, Run, quantile, run


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.95, 95), (1.0, 100), (0.001, 1)])
def test_a_quantile_is_a_value_that_was_measured(share, value):
    assert quantile(list(range(100, 0, -1)), share) == value


def test_the_quantile_of_nothing_is_no_number():
    assert math.isnan(quantile([], 0.5))


def test_clients_share_the_steps_and_run_at_once():
    together = threading.Barrier(4, timeout=10)
    done = run([together.wait] * 4, most=12)
    assert len(done.waits) == 12
    assert done.errors == []
    assert done.rate > 0


def test_a_failed_step_is_counted_and_gives_no_waiting_time():
    def fail():
        raise LookupError("no such page")

    done = run([fail], most=3)
    assert done.errors == ["LookupError: no such page"] * 3
    assert done.waits == []


def test_a_client_that_is_done_ends_before_its_time():
    left = iter(range(5))

    def step():
        if next(left, None) is None:
            raise Done

    assert len(run([step], seconds=60).waits) == 5


def test_waits_are_told_in_milliseconds():
    assert Run(seconds=2.0, waits=[0.010, 0.020]).wait_ms(1.0) == pytest.approx(20)
