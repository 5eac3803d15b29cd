"""Where a shelter is, only its own members learn: no table, page, letter, file or search tells."""

from contextlib import suppress
from itertools import product

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from korgoo.access.enums import Facet, Mandate, Role
from korgoo.directory import services as directory
from korgoo.directory.enums import Group
from korgoo.referral import services as referral
from korgoo.referral.models import Referral
from tests import factories, factories_directory
from tests.secrecy.thief import disguises, every_value, everything_that_opens

pytestmark = pytest.mark.django_db
STREET, WAY = "улица Выдуманная, 77", "за синими воротами"
WHERE = {"address": STREET, "way": WAY}
NEEDLES = [form for text in (STREET, "Выдуманная", WAY, "воротами") for form in disguises(text)]


@pytest.fixture
def house(lived):
    """The receiver of a referral that went through everything has sealed where it is."""
    service = factories_directory.service(lived.helper, takes=(Group.WOMEN, Group.MEN))
    directory.write_address(service.pk, WHERE, actor=lived.helper.actor)
    referral.acknowledge(lived.referral.pk, actor=lived.helper.actor)
    referral.accept(lived.referral.pk, actor=lived.helper.actor)
    referral.take_place(lived.referral.pk, service.pk, Group.WOMEN, actor=lived.helper.actor)
    return service


def tells(content):
    return any(needle in content for needle in NEEDLES)


def test_no_table_holds_it_and_no_secret_of_the_server_opens_it(lived, house):
    values = list(every_value())

    assert directory.open_address(house.pk, actor=lived.helper.actor) == WHERE
    assert tells(STREET.encode())
    for value in [*values, *everything_that_opens(values)]:
        assert not tells(value)


def routes():
    """List every address that takes GET, with the records of the story in it."""
    return list(_of(get_resolver().url_patterns, ""))


def _of(patterns, prefix):
    for pattern in patterns:
        space = getattr(pattern, "namespace", None)
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{prefix}{pattern.name}", pattern.pattern.converters
        else:
            yield from _of(pattern.url_patterns, f"{prefix}{space}:" if space else prefix)


def addresses(lived, house):
    known = {
        "case_id": lived.case.pk,
        "referral_id": lived.referral.pk,
        "service_id": house.pk,
        "organisation_id": house.organisation_id,
        "recipient_id": house.organisation_id,
        "receiver_id": house.organisation_id,
        "year": 2026,
    }
    for (name, converters), kind in product(routes(), ("shelter", *Facet)):
        filled = {key: (known | {"kind": kind}).get(key) for key in converters}
        if None not in filled.values() and (kind == "shelter" or "kind" in converters):
            with suppress(NoReverseMatch):  # this kind is none of theirs
                yield name, reverse(name, kwargs=filled)


def test_no_page_letter_or_file_tells_it_but_the_one_of_its_own_members(lived, house):
    centre = factories.member(
        Role.COORDINATOR, at=factories.organisation(Mandate.COORDINATE), name="Coordinator"
    )
    police = factories.member(Role.OFFICER, at=factories.organisation(Mandate.INVESTIGATE))
    told, opened = set(), 0
    for who in (lived.helper, lived.owner, centre, police):
        client = Client()
        factories.sign_in(client, who)
        for name, address in addresses(lived, house):
            answer = client.get(address)
            opened += answer.status_code == 200
            if tells(answer.content):
                told.add((name, who.organisation.pk))

    assert opened > 60
    assert told == {("directory:address", lived.helper.organisation.pk)}


def test_what_a_referral_carries_has_no_place_for_it():
    names = {field.name for field in Referral._meta.get_fields()}

    assert not names & {"address", "where", "place", "way"}
