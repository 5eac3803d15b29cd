import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, IntegerField, Max, Q, Value, When
from django.utils.translation import gettext_lazy as _

from korgoo.helpline.enums import OPEN, WAITING, AnswerWay, Author, Danger, State

if TYPE_CHECKING:
    from datetime import datetime

# In which order people are answered: danger first, and whoever does not know before who is safe.
PLACES = {Danger.YES: 0, Danger.UNKNOWN: 1, Danger.NO: 2}


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Named questions about conversations."""

    def of(self, organisation_id: int) -> Self:
        """Keep those that an organisation answers."""
        return self.filter(organisation_id=organisation_id)

    def open(self) -> Self:
        """Keep those that are not over."""
        return self.filter(state__in=OPEN)

    def waiting(self) -> Self:
        """Keep those in which a person waits for a word."""
        return self.filter(state__in=WAITING)

    def by_urgency(self) -> Self:
        """Danger first, then who waits longest. Within one hour, in the order of their last words."""
        urgency = Case(
            *(When(danger=danger, then=Value(place)) for danger, place in PLACES.items()),
            output_field=IntegerField(),
        )
        is_waiting = Case(When(state__in=WAITING, then=Value(0)), default=Value(1))
        return self.annotate(last=Max("messages__pk"), urgency=urgency, over=is_waiting).order_by(
            "over", "urgency", "waits_since", "last"
        )

    def silent_since(self, moment: "datetime") -> Self:
        """Keep those whose last word was said before a moment."""
        return self.filter(last_at__lt=moment)


class Conversation(models.Model):
    """Messages between somebody without a name and a helpline. No text, no address, no exact time.

    It is found by the hash of a place that only seven words lead to. It must never hold who wrote, from
    where, or with what: not even so that we could look.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.CharField(_("hash of where the words lead"), max_length=64, unique=True)
    public = models.BinaryField(_("public half of the key behind the words"), max_length=32)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(_("language"), max_length=3)
    country = models.CharField(_("where the person is"), max_length=60, blank=True)
    danger = models.CharField(_("in danger now"), max_length=10, choices=Danger)
    answer_way = models.CharField(_("way to answer"), max_length=10, choices=AnswerWay)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NEW)
    taken_by_id = models.BigIntegerField(_("who answers"), null=True, blank=True)
    opened_at = models.DateTimeField(_("begun, to the hour"))
    waits_since = models.DateTimeField(_("waits since, to the hour"), null=True, blank=True)
    last_at = models.DateTimeField(_("last word, to the hour"), db_index=True)
    passed_to = models.CharField(_("passed on to"), max_length=60, blank=True)

    objects = ConversationQuerySet.as_manager()

    class Privacy:
        holds = "language, country and danger of somebody without a name; hours, no exact times"
        kept = "180 days after the last word, or until the person erases it with their words"

    class Meta:
        ordering = ["-last_at", "pk"]
        indexes = [
            models.Index(
                fields=["organisation", "state"],
                condition=Q(state__in=["new", "taken"]),
                name="conversation_waiting",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(waits_since__isnull=True) ^ Q(state__in=["new", "taken"]),
                name="conversation_waits_while_open",
            ),
            models.CheckConstraint(
                condition=~Q(state="taken") | Q(taken_by_id__isnull=False),
                name="conversation_taken_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING


class Message(models.Model):
    """One message, sealed to the helpline and to the key behind the person's words."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    key = models.UUIDField(_("number that the sender gave it"))
    author = models.CharField(_("author"), max_length=10, choices=Author)
    by_id = models.BigIntegerField(_("written by"), null=True, blank=True)
    at = models.DateTimeField(_("written, to the hour"))
    helpline_key_id = models.BigIntegerField(_("key of the helpline"))
    to_helpline = models.BinaryField(_("sealed to the helpline"))
    to_person = models.BinaryField(_("sealed to the person's words"))
    has_photo = models.BooleanField(_("with a picture"), default=False)
    was_read = models.BooleanField(_("read by the other side"), default=False)

    class Privacy:
        holds = "ciphertext of what somebody without a name and a helpline write, and the hour"
        kept = "as long as the conversation"

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "key"], name="help_message_once"),
            models.CheckConstraint(
                condition=Q(author=Author.PERSON.value) ^ Q(by_id__isnull=False),
                name="help_message_by_member_or_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Attachment(models.Model):
    """A picture that came with a message, sealed to the helpline."""

    message = models.OneToOneField(
        Message, on_delete=models.CASCADE, primary_key=True, related_name="attachment"
    )
    to_helpline = models.BinaryField(_("sealed to the helpline"))

    class Privacy:
        holds = "ciphertext of a picture that somebody without a name sent"
        kept = "as long as the conversation"

    def __str__(self) -> str:
        return str(self.pk)
