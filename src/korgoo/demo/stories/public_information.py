"""What migrants are told: two invented editors looked at it two weeks ago, and left some of it."""

from korgoo.demo.stage import Stage
from korgoo.rights import services
from korgoo.rights.api import load_pack, numbers_for
from korgoo.rights.enums import Sort, Standing
from korgoo.rights.selectors import statements
from korgoo.rights.telling import Statement

LANGUAGE = "ky"
# So that a visitor sees what becomes of a statement at which nobody looked in time.
LEFT = 3  # statements, each of another destination
EVERY = 8  # of so many numbers one was not called


def plan(stage: Stage) -> None:
    """Plan how the editors take in what the country pack tells, and check it."""
    first, second = stage.actors["editor"], stage.actors["editor2"]

    def they_take_it_in() -> None:
        load_pack()

    def they_look_at_the_sources() -> None:
        told = statements(LANGUAGE)
        left = _left(told)
        for one in told:
            if one.key not in left:
                actor = second if one.sort == Sort.ADVICE else first
                services.confirm_statement(one.key, actor=actor)

    def they_call_the_numbers() -> None:
        for place, number in enumerate(numbers_for(None, LANGUAGE), start=1):
            if place % EVERY:
                services.confirm_number(number.key, actor=second)

    for days, step in (
        (30, they_take_it_in),
        (14, they_look_at_the_sources),
        (13.9, they_call_the_numbers),
    ):
        stage.at(days, step)


def _left(told: list[Statement]) -> frozenset[str]:
    """Choose statements that nobody looks at: one each of a few destinations, rules of a season first."""
    stale = [one for one in told if one.standing == Standing.STALE and one.sort != Sort.ADVICE]
    stale.sort(key=lambda one: one.sort != Sort.SEASON)
    chosen: dict[str, str] = {}
    for one in stale:
        if len(chosen) < LEFT:
            chosen.setdefault(one.destination, one.key)
    return frozenset(chosen.values())
