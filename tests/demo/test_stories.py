"""The four stories of the demonstration, and a day on which somebody has something to do."""

import re
from dataclasses import asdict

import pytest

from korgoo.access import services
from korgoo.access.actor import Actor
from korgoo.access.enums import Facet
from korgoo.access.models import Organisation, User
from korgoo.access.selectors import actor_for
from korgoo.casework import api as casework
from korgoo.casework.enums import Protection, Scope
from korgoo.casework.models import Case, ConsentScope
from korgoo.demo import api
from korgoo.demo.people import HOUSES, PASSWORD, PEOPLE
from korgoo.desk import api as desk
from korgoo.desk import services as desk_services
from korgoo.desk.models import Contact, ContactWords
from korgoo.identification.models import Screening
from korgoo.lib import clock
from korgoo.referral import api as referrals
from korgoo.referral.enums import ReferralState as S
from korgoo.referral.models import Referral

pytestmark = pytest.mark.django_db
# Surnames that say "example", "invented" or "test" in the languages of the country.
INVENTED = re.compile(r"(Үлгү|Мисал|Сынак|Пример)\w*")
FICTITIOUS = re.compile(r"ойдон чыгарыл|вымышлен", re.IGNORECASE)


def actor(key: str) -> Actor:
    """Open the key of a person at the door."""
    user = User.objects.get(email=f"{key}@demo.korgoo.example")
    found = actor_for(user, services.open_member_key(user, PASSWORD))
    assert found is not None
    return found


def story(**coded):
    """Find a case of a story by what is coded in it."""
    return Case.objects.get(**coded)


def states(case):
    """List where the referrals of a case stand, the oldest first."""
    return [S(row.state) for row in Referral.objects.filter(case=case).order_by("sent_at")]


def outcome(case):
    return Screening.objects.get(subject=case.pk).reading["outcome"]


def test_the_man_on_the_building_site_is_home_and_has_a_bed(loaded):
    site = {"exploitation": "forced_labour", "sector": "F", "country": "RU"}
    home = story(owner__code="labour-inspection", **site)
    abroad = story(owner__code="ministry-foreign-affairs", **site)
    assert home.protection == Protection.PRESUMED
    assert outcome(home) == "strong"
    assert states(home) == [S.CONFIRMED]
    assert states(abroad) == [S.COMPLETED]


def test_the_girl_is_a_child_by_the_rules_and_is_being_helped(loaded):
    girl = story(exploitation="child_labour", country="KZ")
    assert girl.is_child
    assert girl.protection == Protection.PRESUMED
    assert Screening.objects.get(subject=girl.pk).is_child
    assert states(girl) == [S.IN_SERVICE]


def test_the_mother_waits_for_a_second_shelter_that_is_late(loaded):
    mother = story(country="KG", citizenship="UZ")
    first, second = Referral.objects.filter(case=mother).order_by("sent_at")
    assert states(mother) == [S.DECLINED, S.SENT]
    assert first.alternative_id == second.receiver_id
    assert (first.people, second.people) == (3, 3)


def test_who_gave_no_name_was_helped_without_one(loaded):
    she = story(owner__code="demo-too-gulu", age_band="18-24")
    refused = ConsentScope.objects.filter(act__case=she, is_given=False)
    assert states(she) == [S.CONFIRMED]
    assert she.protection == Protection.CONTACT
    assert refused.filter(act__recipient__code="ministry-labour", scope=Scope.REFERRAL).exists()
    assert not casework.open_facet(she.pk, Facet.IDENTITY, actor=actor("osh"))


def test_the_lists_look_like_a_working_day(loaded):
    inspector = referrals.waiting(actor=actor("inspector"))
    consul, shelter = (referrals.waiting(actor=actor(key)) for key in ("consul", "shelter"))
    assert inspector.returned
    assert consul.to_confirm
    assert [card.is_late for card in shelter.inbox if card.state == S.SENT] == [True]
    assert any(card.is_late for card in referrals.watched(actor=actor("coordinator")))


def test_most_contacts_are_no_trafficking_and_have_their_own_days(loaded):
    daily = Case.objects.exclude(matter="trafficking")
    opened = Case.objects.values_list("opened_at", flat=True)
    assert daily.count() > Case.objects.count() / 2
    assert daily.filter(protection=Protection.AT_RISK).exists()
    assert len({moment.date() for moment in opened}) > 10
    assert max(opened) < clock.now()


def test_nobody_in_it_could_be_real(loaded):
    assert all(INVENTED.search(person.name) for person in PEOPLE)
    assert all(address.endswith("@demo.korgoo.example") for address in emails())
    assert all(user.is_demo for user in User.objects.all())
    assert all(case.is_demo for case in Case.objects.all())
    for house in HOUSES:
        row = Organisation.objects.get(code=house.code)
        assert row.is_fictitious == house.is_fictitious
        marks = [FICTITIOUS.search(row.name_ky), FICTITIOUS.search(row.name_ru)]
        assert all(marks) == house.is_fictitious


def emails():
    return list(User.objects.values_list("email", flat=True))


def test_every_name_and_story_that_was_told_says_that_it_is_invented(loaded):
    # In the order of PEOPLE the first of each organisation reads its sealed parts.
    people = [actor(person.key) for person in reversed(PEOPLE)]
    readers = {one.organisation_id: one for one in people}
    cases = Case.objects.all()
    texts = [text for case in cases for text in told(case, readers[case.owner_id])]
    assert len(texts) >= 6
    assert [text for text in texts if not FICTITIOUS.search(text)] == []


def told(case, reader):
    """List the name and the first words of a case, as far as any were told."""
    identity = casework.open_facet(case.pk, Facet.IDENTITY, actor=reader) or {}
    story = casework.open_facet(case.pk, Facet.STORY, actor=reader) or {}
    first = [note["text"] for note in story.get("notes", []) if note["kind"] == "contact"]
    return [*filter(None, [identity.get("name")]), *first]


def test_the_door_lists_those_who_can_sign_in(loaded):
    listed = [asdict(one) for one in api.sign_ins()]
    assert {one["email"] for one in listed} <= set(emails())
    assert all(one["password"] == PASSWORD for one in listed)
    assert len(listed) == len([p for p in PEOPLE if p.on_door])


def test_the_helpline_has_a_desk_with_something_of_each_kind(loaded):
    line = actor("line")
    waiting = desk.waiting(actor=line)
    assert waiting == desk.Waiting(in_danger=1, conversations=3, calls_due=0, left=1)
    rows = Contact.objects.all()
    assert {row.outcome for row in rows} >= {"", "informed", "passed_on", "emergency", "referred"}
    assert len({row.thread for row in rows if row.thread}) == 1
    assert rows.filter(case_id__isnull=False).count() == 1
    words = [desk_services.open_words(row.pk, actor=line) for row in rows if has_words(row)]
    assert words
    assert all(FICTITIOUS.search(one["nickname"]) for one in words)


def has_words(row):
    return ContactWords.objects.filter(contact=row).exists()
