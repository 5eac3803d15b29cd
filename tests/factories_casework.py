"""Cases, consents and cards, made by the real services. Every person in them is invented."""

from dataclasses import dataclass

from korgoo.access.enums import Mandate, Role
from korgoo.casework import services
from korgoo.casework.enums import ConsentAge, Danger, Matter, Scope
from korgoo.casework.services import ConsentTalk, FirstContact
from korgoo.identification import api as identification
from korgoo.identification import services as screenings
from korgoo.identification.enums import Opinion, Talk
from korgoo.identification.guidelines import Choice
from tests import factories

# What was told at the first contact, and that somebody is asked to help at all.
FOUR_SCOPES = (Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT, Scope.STORY)


@dataclass(frozen=True)
class Mechanism:
    """Who acts in the tests: an owner of cases, two that may be asked, and the centre."""

    officer: factories.Member
    shelter: factories.Member
    stranger: factories.Member
    coordinator: factories.Member


def mechanism():
    """Make the members and organisations of most tests."""
    migration = factories.organisation(name="Invented Migration Service")
    shelter = factories.organisation(Mandate.SERVE, name="Invented Shelter")
    other = factories.organisation(Mandate.PRESUME, Mandate.SERVE, name="Invented Other Body")
    centre = factories.organisation(Mandate.COORDINATE, name="Invented Centre")
    return Mechanism(
        factories.member(Role.OFFICER, at=migration, name="Officer One"),
        factories.member(Role.CASE_WORKER, at=shelter, name="Worker Two"),
        factories.member(Role.OFFICER, at=other, name="Officer Three"),
        factories.member(Role.COORDINATOR, at=centre, name="Coordinator Four"),
    )


def contact(**told):
    """A first contact with the four answers; more by name: ``identity``, ``contact``, ``note``..."""
    four = {"channel": "phone", "language": "ky", "danger": Danger.NO, "matter": Matter.WAGES}
    return FirstContact(**{**four, **told})


def case(member, *, is_told=False, **told):
    """Open a case; ``is_told``: with a name, a telephone and a story."""
    if is_told:
        told |= {
            "identity": {"name": "Invented Person"},
            "contact": {"phone": "0555 000 111", "safe_word": "apricot"},
            "note": "An invented story.",
        }
    return services.open_case(contact(**told), actor=member.actor)


def agree(found, recipient, *scopes, by, lasts=ConsentAge.OPEN, **more):
    """Record a talk: these scopes and the referral are agreed to; none at all is a refusal."""
    given = frozenset({Scope.REFERRAL, *scopes}) if scopes else frozenset()
    talk = ConsentTalk(
        recipient_id=recipient.organisation.pk,
        given=given,
        language="ky",
        proof="witness",
        lasts=lasts,
        **more,
    )
    return services.record_consent(found.pk, talk, actor=by.actor)


def share(found, recipient, *scopes, by, **more):
    """Let the person agree, and the recipient take part in the case, as a sent referral does."""
    agree(found, recipient, *(scopes or (Scope.REFERRAL,)), by=by, **more)
    return services.add_party(found, organisation_id=recipient.organisation.pk, actor=by.actor)


def card(found, member, *, view="labour-inspector", **more):
    """Start a card for a case."""
    return identification.start(found.pk, view=view, talk=Talk.ALONE, actor=member.actor, **more)


def read_card(found, member, *choices, view="labour-inspector"):
    """Start a card, answer it and give an opinion, so that its reading stands."""
    started = card(found, member, view=view)
    rows = [Choice(question, option, "told") for question, option in choices]
    asked = [row.question for row in rows]
    screenings.save_answers(started.id, rows, asked=asked, actor=member.actor)
    screenings.give_opinion(started.id, Opinion.NOT_ENOUGH, actor=member.actor)
    return identification.get(started.id, actor=member.actor)
