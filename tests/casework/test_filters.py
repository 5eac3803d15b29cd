"""Lists by what is wished: coded facts only, kept by their address, never by a title."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework import filters, selectors, services
from korgoo.casework.enums import AgeBand, Danger, Matter
from korgoo.casework.filters import CaseFilter
from korgoo.casework.models import Case, SavedFilter
from korgoo.lib.errors import DomainError, NotFound
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
LIST, WATCH, SAVE = reverse("casework:list"), reverse("casework:watch"), "/cases/lists/save/"


def wish(text):
    return filters.from_query(QueryDict(text))


def listed(people, text, member=None):
    found = selectors.list_own_cases(actor=(member or people.officer).actor, wanted=wish(text))
    return {case.pk for case in found.cases}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("standing=open&order=newest", ""),
        ("danger=yes&matter=wages", "danger=yes&matter=wages"),
        ("danger=perhaps&matter=wages", "matter=wages"),
        ("late=1", "late=1"),
        ("late=", ""),
        ("region=41702000000000", "region=41702000000000"),
        ("region=%3Cb%3E", ""),
        ("region=" + "9" * 31, ""),
        ("name=Aibek&whose=mine", "whose=mine"),
        ("whose=7", ""),
    ],
)
def test_an_address_says_what_lists_know_and_nothing_else(text, said):
    assert wish(text).query() == said
    assert wish(wish(text).query()) == wish(text)


def test_each_wish_keeps_the_cases_that_fit(people, clock):
    wages = make.case(people.officer)
    danger = make.case(people.officer, danger=Danger.YES, matter=Matter.TRAFFICKING)
    child = make.case(people.officer, coded={"age_band": AgeBand.CHILD, "region": "KG-O"})
    closed = make.case(people.officer)
    Case.objects.filter(pk=closed.pk).update(closed_at=clock.now, worker_id=None)
    make.case(people.stranger)

    every = {wages.pk, danger.pk, child.pk}
    assert listed(people, "") == listed(people, "whose=mine") == every
    assert listed(people, "standing=all") == every | {closed.pk}
    assert listed(people, "standing=closed") == {closed.pk}
    assert listed(people, "standing=all&whose=nobody") == {closed.pk}
    assert listed(people, "danger=yes") == listed(people, "matter=trafficking") == {danger.pk}
    assert listed(people, "age=child") == listed(people, "region=KG-O") == {child.pk}
    assert listed(people, "age=adult") == {wages.pk, danger.pk}
    assert listed(people, "procedural=suspect") == set()


def test_only_cases_with_a_limit_that_has_passed_are_late(people, clock):
    late, other = make.case(people.officer), make.case(people.officer)
    for case in (late, other):
        services.start_clock(
            case,
            "shelter_first_stay",
            responsible_id=people.officer.organisation.pk,
            actor=people.officer.actor,
        )
    services.stop_clocks(other, "shelter_first_stay", actor=people.officer.actor)

    assert listed(people, "late=1") == set()
    clock.forward(days=11)
    assert listed(people, "late=1") == {late.pk}


def test_what_rests_longest_comes_first_page_by_page(people, clock):
    cases = []
    for _number in range(27):
        cases.append(make.case(people.officer))
        clock.forward(minutes=1)
    services.add_note(cases[0].pk, "A step.", kind="note", actor=people.officer.actor)

    wanted, actor = wish("order=resting"), people.officer.actor
    first = selectors.list_own_cases(actor=actor, wanted=wanted)
    second = selectors.list_own_cases(actor=actor, wanted=wanted, after=first.after)

    order = [case.pk for case in (*first.cases, *second.cases)]
    assert order == [case.pk for case in (*cases[1:], cases[0])]


def test_a_wish_is_kept_once_for_its_member_only(people, enter, words_of):
    officer = enter(people.officer)
    for _again in range(2):
        answer = officer.post(SAVE, danger="yes", whose="mine")
        assert answer.url == f"{LIST}?danger=yes&whose=mine"

    assert SavedFilter.objects.count() == 1
    assert "Danger at first contact: Yes, now, My cases" in words_of(officer.get(LIST))
    assert "Keep this list" not in words_of(officer.get(answer.url))
    assert "Yes, now, My cases" not in words_of(enter(people.stranger).get(LIST))


def test_a_kept_wish_is_taken_away_by_its_member_only(people, enter):
    row = services.save_filter(wish("danger=yes"), is_watch=False, actor=people.officer.actor)
    place = reverse("casework:forget_list", args=[row.pk])

    assert enter(people.stranger).post(place).status_code == 404
    assert enter(people.officer).post(place).url == LIST
    assert not SavedFilter.objects.exists()


def test_nothing_wished_and_too_much_kept_are_refused(people):
    actor = people.officer.actor
    with pytest.raises(DomainError, match="Choose something"):
        services.save_filter(CaseFilter(), is_watch=False, actor=actor)
    for matter, danger in [(m, d) for m in Matter for d in Danger][:12]:
        services.save_filter(CaseFilter(matter=matter, danger=danger), is_watch=False, actor=actor)
    with pytest.raises(DomainError, match="twelve"):
        services.save_filter(wish("late=1"), is_watch=False, actor=actor)


def test_who_does_not_watch_keeps_no_list_of_all_cases(people, enter):
    with pytest.raises(NotFound):
        services.save_filter(wish("late=1"), is_watch=True, actor=people.officer.actor)
    assert enter(people.officer).post(SAVE, late="1", of="all").status_code == 404
    answer = enter(people.coordinator).post(SAVE, late="1", of="all")
    assert answer.url == f"{WATCH}?late=1"


def test_a_list_that_fits_nothing_says_so(people, enter, words_of):
    make.case(people.officer)
    assert "No case fits what you chose." in words_of(
        enter(people.officer).get(f"{LIST}?danger=yes")
    )


def test_the_next_page_keeps_the_wish(people, enter):
    for _number in range(26):
        make.case(people.officer)
    page = enter(people.officer).get(f"{LIST}?matter=wages").text
    assert 'href="?matter=wages&amp;after=' in page


class TestExport:
    CSV, PDF = reverse("casework:export", args=["csv"]), reverse("casework:export", args=["pdf"])

    def test_it_takes_codes_and_facts_and_its_number_on_every_line(self, people, enter):
        case = make.case(people.officer, is_told=True)
        make.case(people.stranger)

        answer = enter(people.officer).get(self.CSV)

        lines = answer.content.decode("utf-8-sig").splitlines()
        trail = AuditEvent.objects.get(event=Event.CASES_EXPORTED)
        number = trail.target.removeprefix("export:")
        spoken = " ".join(number[i : i + 3] for i in (0, 3, 6))
        assert len(lines) == 3
        assert case.spoken_code in lines[1]
        assert lines[1].endswith(spoken)
        assert spoken in lines[2]
        assert "Officer One" in lines[2]
        assert trail.detail == "1"
        assert f'filename="cases-{number}.csv"' in answer["Content-Disposition"]
        assert "no-store" in answer["Cache-Control"]
        for secret in ("Invented Person", "0555 000 111", "An invented story"):
            assert secret not in answer.content.decode()

    def test_it_is_limited_to_the_wish(self, people, enter):
        make.case(people.officer)
        danger = make.case(people.officer, danger=Danger.YES)
        text = enter(people.officer).get(f"{self.CSV}?danger=yes").content.decode()
        assert danger.spoken_code in text
        assert AuditEvent.objects.get(event=Event.CASES_EXPORTED).detail == "1"

    def test_on_paper_every_page_carries_the_mark(self, people, enter):
        make.case(people.officer)
        answer = enter(people.officer).get(self.PDF)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-")

    def test_only_the_co_ordinator_takes_all_cases(self, people, enter):
        case = make.case(people.officer)
        assert enter(people.shelter).get(f"{self.CSV}?of=all").status_code == 404
        answer = enter(people.coordinator).get(f"{self.CSV}?of=all")
        assert case.spoken_code in answer.content.decode()
        assert not AuditEvent.objects.filter(
            event=Event.CASES_EXPORTED, user_id=people.shelter.user.pk
        ).exists()

    def test_no_other_form_is_known(self, people, enter):
        place = reverse("casework:export", args=["exe"])
        assert enter(people.officer).get(place).status_code == 404

    def test_too_many_are_refused_with_what_to_do(self, people, monkeypatch):
        monkeypatch.setattr("korgoo.casework.services.exports.MOST", 1)
        for _number in range(2):
            make.case(people.officer)
        with pytest.raises(DomainError, match="Choose fewer"):
            services.export_cases(CaseFilter(), is_watch=False, actor=people.officer.actor)
