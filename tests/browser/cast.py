"""Who acts in a journey: bodies of the country pack, a fictitious shelter, members with keys."""

import time
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from korgoo.access import services
from korgoo.access.enums import Role
from korgoo.access.models import Organisation
from korgoo.countrypack import api as packs
from tests import factories
from tests.factories import Body, Member, Words

STEP = 30  # seconds for which a code of the second factor is right


@dataclass(frozen=True)
class Cast:
    """The four who act on a case of labour exploitation abroad."""

    inspector: Member
    consul: Member
    shelter: Member
    coordinator: Member


def cast():
    """Load the organisations of the pack and put one member into each that acts."""
    services.load_organisations(packs.current().bodies)
    return Cast(
        _member(Role.OFFICER, "labour-inspection", "Бермет Үлгүева"),
        _member(Role.OFFICER, "ministry-foreign-affairs", "Данияр Сынаков"),
        factories.member(Role.CASE_WORKER, at=_shelter(), name="Гүлжан Мисалова"),
        _member(Role.COORDINATOR, "ministry-labour", "Айзада Сынакова"),
    )


def code_of(member):
    """Compute the six digits that the member's telephone shows now."""
    return format_hotp_value(hotp_value(member.totp_secret, int(time.time()) // STEP))


def enter(page, member, base, *, language="ky"):
    """Put a signed-in session into a browser, without the pages of sign-in."""
    inside = Client()
    factories.sign_in(inside, member)
    inside.cookies["language"] = language
    page.context.add_cookies(
        [{"name": n, "value": m.value, "url": base} for n, m in inside.cookies.items()]
    )


def _member(role, code, name):
    return factories.member(role, at=Organisation.objects.get(code=code), name=name)


def _shelter():
    names = {
        "ky": "«Ак-Булут» баш калкалоочу жайы (ойдон чыгарылган)",
        "ru": "Приют «Ак-Булут» (вымышленный)",
        "en": "Ak-Bulut shelter (fictitious)",
    }
    body = Body("invented-shelter", Words(names), kind="ngo", mandates=("presume", "serve"))
    return services.add_organisation(body, is_fictitious=True)
