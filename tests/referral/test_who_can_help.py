"""Who can help a person, why, and what is noted when nobody can."""

import pytest
from django.urls import reverse

from korgoo.access.enums import Event
from korgoo.casework import services as casework
from korgoo.casework.models import TimelineEntry
from korgoo.directory.enums import GapReason, Group
from korgoo.directory.models import Gap, Places
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.referral import services
from korgoo.referral.enums import DeclineReason, ReferralState
from korgoo.referral.models import Referral
from korgoo.referral.seekers import seeker_of
from tests import factories_casework, factories_directory
from tests import factories_referral as make
from tests.members import at_once

pytestmark = pytest.mark.django_db
MEN, WOMEN, FAMILIES = Group.MEN, Group.WOMEN, Group.FAMILIES


@pytest.fixture
def father(people):
    return factories_casework.case(people.officer, coded={"sex": "male", "age_band": "25-39"})


def section(page, title):
    """Read one part of the list: from its title to the next one."""
    rest = page.partition(title)[2]
    ends = ("Fits what is known", "call first", "Does not fit, because")
    cuts = [rest.find(f"{end} Invented") for end in ends if f"{end} Invented" in rest]
    return rest[: min(cuts)] if cuts else rest


def look(officer, case, **who):
    address = f"{reverse('referral:choose', args=[case.pk])}?kind=shelter"
    said = {"people": "3", "children": "2", "urgency": "day"} | who
    return officer.post(address, **said)


def test_a_man_with_two_children_sees_who_takes_them_and_why_others_do_not(
    people, father, enter, words_of
):
    factories_directory.service(people.shelter, takes=(WOMEN,), most_children=3)
    clinic = factories_directory.service(
        people.clinic, takes=(FAMILIES,), places={FAMILIES: (4, 1)}
    )

    answer = look(enter(people.officer), father)

    page = words_of(answer)
    fits, does_not = section(page, "Fits what is known"), section(page, "Does not fit, because")
    assert answer.status_code == 200
    assert "Invented Clinic Takes men with children. Free places: 1 of 4." in fits
    assert "Checked" in fits
    assert "Invented Shelter Does not take men." in does_not
    assert "Has not said yet whom it takes: call first Invented Paper House" in page
    write = reverse("referral:write", args=[father.pk, "shelter", clinic.organisation_id])
    assert f"{write}?people=3&amp;children=2" in answer.text
    assert "Nobody fits" not in page


def test_no_free_place_is_said_with_its_numbers_and_can_be_asked_all_the_same(
    people, father, enter, words_of
):
    full = factories_directory.service(people.clinic, takes=(FAMILIES,), places={FAMILIES: (4, 0)})
    answer = look(enter(people.officer), father)

    assert "No free place: 0 of 4." in section(words_of(answer), "Does not fit, because")
    assert (
        reverse("referral:write", args=[father.pk, "shelter", full.organisation_id]) in answer.text
    )


@pytest.mark.parametrize("wrong", [{"people": "0"}, {"children": "4"}, {"urgency": "soon"}])
def test_a_wrong_question_comes_back_with_the_usual_list(people, father, enter, words_of, wrong):
    answer = look(enter(people.officer), father, **wrong)

    assert answer.status_code == 422
    assert "There is a problem" in words_of(answer)
    assert "Invented Shelter" in words_of(answer)


def test_what_was_said_is_not_asked_again(people, father, enter, words_of):
    shelter = people.shelter.organisation
    make.agree(people, father, shelter, "referral")
    officer = enter(people.officer)
    write = reverse("referral:write", args=[father.pk, "shelter", shelter.pk])
    page = officer.get(f"{write}?people=3&children=2")
    assert 'name="people" type="text" value="3"' in " ".join(page.text.split())
    sent = {"urgency": "day", "needs": ["safe_place"], "people": "3", "children": "2"}
    officer.post("write", father.pk, "shelter", shelter.pk, **sent)

    row = Referral.objects.get()
    assert (row.people, row.children) == (3, 2)
    again = officer.get("choose", father.pk, kind="shelter")
    assert 'value="3"' in again.text
    assert "Children among them 2" in words_of(officer.get("check", row.pk))


def test_the_talk_about_consent_leads_back_with_the_numbers(people, father, enter):
    shelter = people.shelter.organisation
    write = reverse("referral:write", args=[father.pk, "shelter", shelter.pk])
    answer = enter(people.officer).get(f"{write}?people=3&children=2")

    assert answer.url.endswith(f"/shelter/{shelter.pk}/%3Fpeople%3D3%26children%3D2")


def test_more_children_than_people_are_refused(people, father, enter, words_of):
    shelter = people.shelter.organisation
    sent = {"urgency": "day", "needs": ["safe_place"], "people": "1", "children": "2"}
    answer = enter(people.officer).post("write", father.pk, "shelter", shelter.pk, **sent)

    assert answer.status_code == 422
    assert "More children than people cannot come" in words_of(answer)


def test_a_gap_is_noted_in_one_press_and_once(people, father, enter, words_of):
    factories_directory.service(people.shelter, takes=(WOMEN,))
    officer = enter(people.officer)
    said = {"kind": "shelter", "people": "3", "children": "2", "urgency": "now"}
    assert "Note that nobody could help" in words_of(look(officer, father))
    for _time in range(2):
        answer = officer.post("gap", father.pk, **said)
        assert answer.status_code == 302

    row = Gap.objects.get()
    assert (row.kind, row.group, row.urgency, row.reason) == (
        "shelter",
        "families",
        "now",
        "nobody_fits",
    )
    assert row.organisation_id == people.officer.organisation.pk
    assert "It is noted that nobody could help" in words_of(officer.get(answer.url))
    assert TimelineEntry.objects.filter(case=father, event=Event.GAP_RECORDED).count() == 1


def test_where_somebody_fits_there_is_no_gap(people, father, enter, words_of):
    factories_directory.service(people.shelter, takes=(FAMILIES,), places={FAMILIES: (2, 1)})
    said = {"kind": "shelter", "people": "3", "children": "2", "urgency": "now"}
    answer = enter(people.officer).post("gap", father.pk, **said)

    assert answer.status_code == 422
    assert "Somebody fits now" in words_of(answer)
    assert not Gap.objects.exists()


@pytest.mark.parametrize("who", ["shelter", "clinic", "coordinator"])
def test_nobody_else_looks_for_help_in_a_case_or_notes_a_gap(people, father, enter, who):
    somebody = enter(getattr(people, who))
    said = {"kind": "shelter", "people": "1", "children": "0", "urgency": "now"}

    assert look(somebody, father).status_code == 404
    assert somebody.post("gap", father.pk, **said).status_code == 404
    assert not Gap.objects.exists()


def test_a_receiver_does_not_read_which_help_was_missing(people):
    row = make.referral(people, ReferralState.RECEIVED)
    services.note_gap(row.case_id, "medical", seeker_of(row), actor=people.officer.actor)
    from korgoo.casework import selectors

    seen = selectors.list_timeline(row.case, actor=people.shelter.actor)
    own = selectors.list_timeline(row.case, actor=people.officer.actor)
    assert Event.GAP_RECORDED not in {entry.event for entry in seen}
    assert Event.GAP_RECORDED in {entry.event for entry in own}


def asked(people, case, to, **more):
    return make.sent(people, case=case, to=to.organisation, people=3, children=2, **more)[0]


def no(row, by, reason=DeclineReason.NO_PLACE):
    services.acknowledge(row.pk, actor=by.actor)
    return services.decline(row.pk, reason, actor=by.actor)


def test_when_everybody_who_gives_such_help_declined_a_gap_is_noted_by_itself(people, father):
    for provider in (people.shelter, people.clinic):
        factories_directory.service(provider, takes=(FAMILIES,))
    first = asked(people, father, people.shelter)
    second = asked(people, father, people.clinic)
    no(first, people.shelter)
    assert not Gap.objects.exists()
    no(second, people.clinic, DeclineReason.WRONG_PROFILE)

    row = Gap.objects.get()
    assert (row.reason, row.group) == (GapReason.DECLINED, FAMILIES)
    assert row.organisation_id == people.officer.organisation.pk
    entry = TimelineEntry.objects.get(event=Event.GAP_RECORDED)
    assert (entry.organisation, entry.detail) == (None, "shelter")


def test_a_no_for_another_reason_or_while_others_were_not_asked_is_no_gap(people, father):
    for provider in (people.shelter, people.clinic):
        factories_directory.service(provider, takes=(FAMILIES,))
    no(asked(people, father, people.shelter), people.shelter)
    no(asked(people, father, people.clinic), people.clinic, DeclineReason.NO_CONSENT)

    assert not Gap.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_last_noes_at_once_one_notes_the_gap(people, father):
    for provider in (people.shelter, people.clinic):
        factories_directory.service(provider, takes=(FAMILIES,))
    rows = [asked(people, father, one) for one in (people.shelter, people.clinic)]
    pairs = list(zip(rows, (people.shelter, people.clinic), strict=True))
    for row, by in pairs:
        services.acknowledge(row.pk, actor=by.actor)
    outcomes = at_once(
        *(
            lambda row=row, by=by: services.decline(row.pk, DeclineReason.NO_PLACE, actor=by.actor)
            for row, by in pairs
        )
    )

    assert [type(one) for one in outcomes] == [Referral, Referral]
    assert Gap.objects.count() == 1


def arrived(people, father):
    service = factories_directory.service(
        people.shelter, takes=(FAMILIES, WOMEN), places={FAMILIES: (2, 1), WOMEN: (3, 0)}
    )
    row = asked(people, father, people.shelter)
    services.acknowledge(row.pk, actor=people.shelter.actor)
    return service, services.accept(row.pk, actor=people.shelter.actor)


def test_who_was_accepted_takes_a_place_when_the_shelter_says_so(people, father, enter, words_of):
    service, row = arrived(people, father)
    shelter = enter(people.shelter)
    assert "take 1 (1 of 2 free)" in words_of(shelter.get("referral", row.pk))
    shelter.post("place", row.pk, place=f"{service.pk} families")

    assert Places.objects.get(service=service, group=FAMILIES).free == 0
    assert "Take a place for them?" not in words_of(shelter.get("referral", row.pk))
    again = shelter.post("place", row.pk, place=f"{service.pk} families")
    assert again.status_code == 409


def test_a_place_is_taken_by_the_receiver_after_accepting_alone(people, father, enter):
    service, row = arrived(people, father)
    for who in ("officer", "clinic", "coordinator"):
        answer = enter(getattr(people, who)).post("place", row.pk, place=f"{service.pk} families")
        assert answer.status_code == 404, who
        assert "Take a place" not in enter(people.officer).get("referral", row.pk).text
    waiting = asked(people, father, people.shelter)
    with pytest.raises(Forbidden):
        services.take_place(waiting.pk, service.pk, FAMILIES, actor=people.shelter.actor)
    with pytest.raises(NotFound):
        services.take_place(row.pk, service.pk, MEN, actor=people.shelter.actor)
    services.take_place(row.pk, service.pk, FAMILIES, actor=people.shelter.actor)
    with pytest.raises(DomainError):
        services.take_place(row.pk, service.pk, FAMILIES, actor=people.shelter.actor)


def test_the_region_of_the_case_reaches_the_comparison(people):
    case = casework.open_case(
        factories_casework.contact(coded={"sex": "male", "region": "41721000000000"}),
        actor=people.officer.actor,
    )
    row = asked(people, case, people.shelter)

    assert seeker_of(row).region == "41721000000000"
    assert seeker_of(row).group is FAMILIES
