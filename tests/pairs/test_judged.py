"""What owners settle is told to the register of matching, without the pair; bait is counted nowhere."""

import pytest

from korgoo.counting import api as counting
from korgoo.lib import clock as platform_clock
from korgoo.lookup.models import Judgement
from korgoo.pairs import selectors, services
from korgoo.pairs.enums import QuestionState
from tests import factories_casework as make
from tests.pairs.conftest import SOMEBODY_ELSE
from tests.pairs.test_asking import asked, connected, passed_on


def test_a_connection_is_noted_as_the_asker_described_it(people, pair):
    connected(people, pair)
    row = Judgement.objects.get()
    assert (row.is_same, row.across, row.script) == (True, True, "latin")
    assert row.posterior >= 0.9


def test_not_the_same_is_noted_when_the_co_ordinator_closes(people, pair):
    ask = asked(people, pair)
    question = passed_on(people, ask)
    services.answer(question.pk, QuestionState.NOT_SAME, actor=people.officer.actor)
    assert not Judgement.objects.exists(), "an answer may be taken back"
    services.close(ask.pk, actor=people.coordinator.actor)
    row = Judgement.objects.get()
    assert (row.is_same, row.across, row.script) == (False, True, "latin")


def test_parting_is_noted_by_the_own_side_that_says_it(people, pair):
    row = connected(people, pair)
    services.part(row.pk, actor=people.officer.actor)
    told = Judgement.objects.order_by("is_same").values_list("is_same", "script")
    assert list(told) == [(False, "cyrillic"), (True, "latin")]


@pytest.mark.parametrize("is_bait", [False, True])
def test_bait_is_no_person(people, is_bait):
    year, actor = platform_clock.today().year, people.coordinator.actor
    before = counting.year_of(year, scope=counting.Scope.MET, actor=actor)
    cases = [
        make.case(people.officer, identity=SOMEBODY_ELSE | {"name": f"Сынакова {n}"})
        for n in range(6)
    ]
    if is_bait:
        for case in cases:
            services.lay(case.spoken_code, actor=people.minder.actor)
    after = counting.year_of(year, scope=counting.Scope.MET, actor=actor)
    part = (counting.YEAR, counting.COUNTRY)
    grown = after.part(*part).records - before.part(*part).records
    assert grown == (0 if is_bait else 6)
    assert len(selectors.baits_among(case.pk for case in cases)) == (6 if is_bait else 0)
