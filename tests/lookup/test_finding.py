"""Own cases found by whatever somebody types; nobody else's, ever."""

import pytest

from korgoo.lookup import api, reader, selectors
from korgoo.lookup.enums import Kind
from korgoo.lookup.models import CaseEncoding, MatchingKey, MatchingKeyWrap
from korgoo.lookup.services import encoding
from tests import factories_casework as make

PERSON = {
    "name": "Джумагулова Мисал Примеровна",
    "birth": "27.03.1998",
    "document_number": "AN 1234567",
}


def opened(member, identity=PERSON, phone="0555 000 111", **told):
    return make.case(member, identity=identity, contact={"phone": phone}, **told)


def found(text, member, most=10):
    hits = selectors.find(reader.read(text), actor=member.actor, most=most)
    return [hit.case for hit in hits]


@pytest.fixture
def known(people):
    case = opened(people.officer)
    for name in ("Сынаков Үлгү", "Примерова Айсулуу", "Үлгүев Бакыт", "Мисалов Таалай"):
        opened(people.officer, {"name": name, "birth": "1971"}, phone="")
    return case


@pytest.mark.parametrize(
    "text",
    [
        "Джумагулова",
        "zhumagulov",
        "Jumagulova Misal",
        "Мисал Жумагулова",
        "l;evfuekjdf",  # on the Latin layout
        "le;vfuekjdf",  # and two letters changed places
        "Дьгьфпгдщм",  # jumagulov on the Russian layout
        "Jumag",
        "magul",
        "джумагуло",
        "27.03.1998",
        "27 марта 1998 Жумагулова",
        "Jumagulova 1998",
        "+996 555 000 111",
        "0555000111",
        "AN1234567",
        "an 1234567",
    ],
)
def test_a_person_is_found_by_any_writing(known, people, text):
    assert found(text, people.officer)[:1] == [known.pk.hex]


@pytest.mark.parametrize("text", ["", "   ", "Кимдир Башкасы", "0700 999 888", "!?", "1850"])
def test_what_fits_nobody_finds_nobody(known, people, text):
    assert found(text, people.officer) == []


def test_what_agrees_is_said(known, people):
    hit = selectors.find(reader.read("Жумагулова 1998"), actor=people.officer.actor, most=1)[0]
    assert hit.kinds == {Kind.SURNAME, Kind.YEAR}


def test_nobody_elses_case_is_found(known, people):
    opened(people.shelter)
    assert found("Джумагулова", people.stranger) == []
    assert known.pk.hex not in found("Джумагулова", people.shelter)


def test_the_key_is_made_once_and_given_on_at_the_next_deed(known, people):
    opened(people.shelter)
    assert MatchingKey.objects.count() == 1
    assert found("Джумагулова", people.shelter) == []
    opened(people.officer, {"name": "Дагы Бирөө"})
    assert MatchingKeyWrap.objects.count() == 2
    assert encoding.encode_more(actor=people.shelter.actor) == 1
    assert len(found("Джумагулова", people.shelter)) == 1


def test_likeness_is_seen_across_organisations_only_by_code(known, people):
    other = opened(people.shelter, {**PERSON, "name": "Jumagulova Misal"}, phone="")
    opened(people.officer, {"name": "Дагы Бирөө"})
    encoding.encode_more(actor=people.shelter.actor)
    alike = api.similar(known.pk, actor=people.officer.actor, own=False)
    assert [one.case_id for one in alike] == [other.pk]
    assert alike[0].owner_id == people.shelter.organisation.pk
    assert alike[0].strength == api.Strength.CERTAIN
    assert Kind.BIRTH in alike[0].kinds
    assert api.similar(known.pk, actor=people.officer.actor, own=True) == []


def test_what_is_written_anew_is_found_at_once_and_the_old_no_more(known, people):
    from korgoo.access.enums import Facet
    from korgoo.casework import services

    assert found("Джумагулова", people.officer)
    services.write_facet(
        known.pk, Facet.IDENTITY, {"name": "Башкаева Асел"}, actor=people.officer.actor
    )
    assert found("Джумагулова", people.officer) == []
    assert found("Башкаева", people.officer) == [known.pk.hex]
    assert found("0555000111", people.officer) == [known.pk.hex]


def test_a_locked_session_finds_nothing_and_writes_all_the_same(known, people):
    from dataclasses import replace

    locked = replace(people.officer.actor, key=None)
    assert selectors.find(reader.read("Джумагулова"), actor=locked, most=5) == []
    before = CaseEncoding.objects.count()
    from korgoo.casework import services

    services.open_case(make.contact(), actor=locked)
    assert CaseEncoding.objects.count() == before
