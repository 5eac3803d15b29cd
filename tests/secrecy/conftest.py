from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from korgoo.access.enums import Facet, Mandate, Role
from korgoo.casework import services as casework
from korgoo.casework.enums import Danger, Matter, NoteKind
from korgoo.casework.services import ConsentTalk, FirstContact
from korgoo.referral import services as referral
from korgoo.referral.services import Request
from tests import factories
from tests.factories_casework import FOUR_SCOPES

NAME, PHONE = "Жаркынай Ойдонгулова", "+996 000 777 013"
STORY, WORD, TYPED = (
    "бригадир паспортумду жашырып койду",
    "ак кептер",
    "катасы менен жазылган тамга",
)
SECRETS = (NAME, "Ойдонгулова", PHONE, "000 777 013", STORY, "паспортумду", WORD, TYPED)


def _life():
    owner = factories.member(
        Role.OFFICER, at=factories.organisation(Mandate.PRESUME, Mandate.INSPECT)
    )
    helper = factories.member(Role.CASE_WORKER, at=factories.organisation(Mandate.SERVE))
    case = casework.open_case(_told(), actor=owner.actor)
    casework.write_facet(
        case.pk, Facet.IDENTITY, {"name": NAME, "birth_date": "1999-04-03"}, actor=owner.actor
    )
    casework.add_note(case.pk, STORY, kind=NoteKind.NOTE, actor=owner.actor)
    talk = ConsentTalk(helper.organisation.pk, frozenset(FOUR_SCOPES), "ky", "signature")
    casework.record_consent(case.pk, talk, actor=owner.actor)
    written = referral.draft(
        case.pk, Request(helper.organisation.pk, "shelter", "now"), actor=owner.actor
    )
    sent, code = referral.send(written.pk, actor=owner.actor)
    assert casework.open_facet(case.pk, Facet.STORY, actor=helper.actor)
    clients = [_client(owner), _client(helper)]
    for client in clients:
        assert client.get(reverse("web:home")).status_code == 200
    _keep_a_form(clients[0], case)
    return SimpleNamespace(
        owner=owner, helper=helper, case=case, referral=sent, code=code, clients=clients
    )


@pytest.fixture(scope="module")
def _lived(for_module):
    return for_module(_life, stands=False)


@pytest.fixture
def lived(db, _lived):
    """A case that went through everything, with sessions open and a form kept."""
    return _lived()


def _told():
    return FirstContact(
        "phone",
        "ky",
        Danger.NO,
        Matter.TRAFFICKING,
        identity={"name": NAME},
        contact={"phone": PHONE, "safe_word": WORD},
        note=STORY,
    )


def _client(somebody):
    client = Client()
    factories.sign_in(client, somebody)
    return client


def _keep_a_form(client, case):
    """Let the session lock while a note is being typed."""
    page = client.get(reverse("casework:note", args=[case.pk]))
    token = page.content.decode().split('name="kept_for" value="')[1].split('"')[0]
    del client.cookies["korgoo_key"]
    answer = client.post(
        reverse("casework:note", args=[case.pk]), {"text": TYPED, "kept_for": token}
    )
    assert "kept" in answer.url
