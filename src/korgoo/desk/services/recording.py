"""A contact is written down: codes always, words only by consent and sealed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission
from korgoo.desk import policies, sealed, selectors
from korgoo.desk.enums import Channel, MayCall, Noise, When
from korgoo.desk.models import Contact, ContactWords
from korgoo.desk.services import joining
from korgoo.desk.services.ending import Ending, ending_of
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict

CODED = ("caller", "country", "region", "sex", "age_band", "destination", "campaign")
WORDS = ("nickname", "phone", "hours", "word", "note")


@dataclass(frozen=True, slots=True)
class Told:
    """What a caller told in ninety seconds. Four answers are enough.

    Attributes:
        coded: Codes by the names in ``CODED``.
        words: Texts by the names in ``WORDS``; kept only when ``has_agreed``.
        has_agreed: May words be kept? None: not asked.
        beside: A contact of the same person.
        conversation_id: Their conversation without a name.
    """

    channel: Channel
    language: str
    danger: str
    asked: str
    coded: dict[str, str] = field(default_factory=dict)
    is_child: bool = False
    words: dict[str, str] = field(default_factory=dict, repr=False)
    has_agreed: bool | None = None
    may_call: str = ""
    call_when: str = ""
    ending: Ending = field(default_factory=Ending)
    beside: UUID | None = None
    conversation_id: UUID | None = None

    @property
    def written(self) -> dict[str, str]:
        """The words that are not empty."""
        return {name: text.strip() for name, text in self.words.items() if text.strip()}


@transaction.atomic
def record_contact(told: Told, *, actor: "Actor") -> Contact:
    """Write a contact down.

    Raises:
        NotFound: The actor takes no contacts, or may not know what it is joined to.
        DomainError: A rule of calling back or of keeping words refuses it; or nobody has a key.
    """
    _may_record(actor)
    _ask(_verdicts(told))
    row = _row(told, actor)
    row.save(force_insert=True)
    if told.has_agreed and told.written:
        _keep_words(row, told.written, actor)
    if told.beside:
        joining.join(row.pk, selectors.get_contact(told.beside, actor=actor).code, actor=actor)
    if told.conversation_id:
        joining.join_conversation(row.pk, told.conversation_id, actor=actor)
    joining.heed_never(row)
    audit.record(Event.CONTACT_RECORDED, actor=actor, target=row, detail=told.asked)
    return row


@transaction.atomic
def record_noise(kind: Noise, *, actor: "Actor") -> Contact:
    """Count a call that asked for nothing; nothing else is kept of it.

    Raises:
        NotFound: The actor takes no contacts.
    """
    _may_record(actor)
    now = clock.now()
    row = Contact.objects.create(
        organisation_id=actor.organisation_id,
        by_id=actor.user_id,
        at=now,
        touched_at=now,
        channel=Channel.PHONE,
        noise=kind,
    )
    audit.record(Event.CONTACT_RECORDED, actor=actor, target=row, detail=kind)
    return row


def _row(told: Told, actor: "Actor") -> Contact:
    now = clock.now()
    row = Contact(
        organisation_id=actor.organisation_id,
        by_id=actor.user_id,
        holder_id=actor.user_id,
        at=now,
        touched_at=now,
        channel=told.channel,
        language=told.language,
        danger=told.danger,
        asked=told.asked,
        has_agreed=told.has_agreed,
        may_call=told.may_call,
        call_when=told.call_when,
        call_at=policies.due_at(When(told.call_when), now) if told.call_when else None,
    )
    for name, value in told.coded.items():
        if name in CODED and value:
            setattr(row, name, value)
    row.is_child = policies.is_child(is_marked=told.is_child, age_band=row.age_band)
    if row.may_call == MayCall.YES and not (told.has_agreed and told.written.get("phone")):
        row.may_call = ""  # without a number that may be kept nobody can be called
    ending_of(row, told.ending)
    return row


def _verdicts(told: Told) -> "list[Verdict]":
    return [
        policies.keep_words(has_words=bool(told.written), has_agreed=told.has_agreed),
        policies.plan_call(
            may_call=told.may_call,
            when=told.call_when,
            has_number=bool(told.written.get("phone")),
            has_agreed=told.has_agreed,
        ),
        policies.say_outcome(told.ending.outcome, passed_to=told.ending.passed_to),
    ]


def _keep_words(row: Contact, words: dict[str, str], actor: "Actor") -> None:
    kept = {name: text for name, text in words.items() if name in WORDS}
    key_id, text = sealed.seal(kept, record=audit.label(row), actor=actor)
    ContactWords.objects.create(contact=row, key_id=key_id, sealed=text)


def _may_record(actor: "Actor") -> None:
    if not policy.may_enter(actor, Permission.CONTACT_RECORD):
        raise NotFound(_("We found no such page."))


def _ask(verdicts: "Sequence[Verdict]") -> None:
    for verdict in verdicts:
        if not verdict:
            raise DomainError(verdict.reason)
