"""Write referrals that only have to be sent: a case, a sealed name, consent, a draft.

    python -m harness.inside.drafts DRAFTS PERSON...

Prints the drafts of each person.
"""

import json
import sys
from uuid import UUID

from django.db import transaction

from harness.inside.people import actor
from korgoo.access.actor import Actor
from korgoo.casework import services as casework
from korgoo.casework.enums import Danger, Matter, Scope
from korgoo.casework.services import ConsentTalk, FirstContact
from korgoo.referral import services as referral
from korgoo.referral.services import Request

RECEIVER, KIND = "clinic", "medical"


def main(drafts: int, people: list[str]) -> None:
    """Write so many drafts for each person."""
    receiver = actor(RECEIVER).organisation_id
    with transaction.atomic():
        found = {
            key: [str(_draft(who, receiver)) for _ in range(drafts)]
            for key, who in ((key, actor(key)) for key in people)
        }
    print(json.dumps(found))


def _draft(who: Actor, receiver: int) -> UUID:
    name = {"name": "Үлгү Мисалова (ойдон чыгарылган)"}
    first = FirstContact("phone", "ky", Danger.NO, Matter.OTHER, identity=name)
    case = casework.open_case(first, actor=who, is_demo=True)
    given = frozenset({Scope.REFERRAL, Scope.IDENTITY})
    talk = ConsentTalk(receiver, given, language="ky", proof="signature")
    casework.record_consent(case.pk, talk, actor=who)
    return referral.draft(case.pk, Request(receiver, KIND, "day", ("doctor",)), actor=who).pk


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
