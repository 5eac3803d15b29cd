import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.meetings import enums
from korgoo.meetings.enums import Answer, Attendance, MeetingState


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Named questions about meetings."""

    def told(self) -> Self:
        """Keep those of which who was invited may know."""
        return self.filter(state__in=enums.TOLD)


class Meeting(models.Model):
    """One meeting of a body, from its preparation to the signed minutes.

    ``version`` counts changes of the head; ``sequence`` those that a calendar must hear of.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey("councils.Body", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number in this body"))
    title = models.CharField(_("what it is about"), max_length=enums.LONGEST_TITLE, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    minutes_long = models.PositiveSmallIntegerField(_("length in minutes"), default=120)
    place = models.CharField(_("place"), max_length=enums.LONGEST_PLACE, blank=True)
    link = models.CharField(_("web address"), max_length=enums.LONGEST_LINK, blank=True)
    language = models.CharField(_("language"), max_length=8)
    state = models.CharField(_("state"), max_length=10, choices=MeetingState)
    is_past = models.BooleanField(_("written down afterwards"), default=False)
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)
    source = models.CharField(_("source"), max_length=enums.LONGEST_SOURCE, blank=True)
    reason = models.CharField(
        _("why it was cancelled"), max_length=enums.LONGEST_REASON, blank=True
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    sequence = models.PositiveIntegerField(_("sequence for calendars"), default=0)
    round = models.PositiveSmallIntegerField(_("round of agreement"), default=0)
    sent_at = models.DateTimeField(_("minutes sent"), null=True, blank=True)
    agree_until = models.DateField(_("agree until"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last changed"))
    added_by_id = models.BigIntegerField(_("added by"), null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Privacy:
        holds = "when and where a public body meets; no names of persons"
        kept = "always"

    class Meta:
        verbose_name = _("meeting")
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="meeting_numbered_once"),
            models.CheckConstraint(
                name="meeting_sent_with_a_day",
                condition=~Q(state=MeetingState.SENT)
                | Q(sent_at__isnull=False, agree_until__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_cancelled_with_a_reason",
                condition=~Q(state=MeetingState.CANCELLED) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}/{self.number}"


class Invited(models.Model):
    """An organisation invited to a meeting, by its seat or as a guest; and whether it came.

    A guest that is no organisation of the platform is written in words, by office.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invited")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    guest = models.CharField(_("guest"), max_length=enums.LONGEST_POSITION, blank=True)
    seat = models.CharField(_("seat"), max_length=10, blank=True)
    position = models.CharField(
        _("official position"), max_length=enums.LONGEST_POSITION, blank=True
    )
    attendance = models.CharField(
        _("attendance"), max_length=8, choices=Attendance, default=Attendance.UNKNOWN
    )
    instead = models.CharField(_("who instead"), max_length=enums.LONGEST_POSITION, blank=True)

    class Privacy:
        holds = "which organisation was invited and came, by official position; no name"
        kept = "always"

    class Meta:
        verbose_name = _("invited")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "organisation"],
                condition=Q(organisation__isnull=False),
                name="invited_once",
            ),
            models.CheckConstraint(
                name="invited_is_somebody",
                condition=Q(organisation__isnull=False, guest="")
                | (Q(organisation__isnull=True) & ~Q(guest="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.organisation_id or self.guest}"


class Reply(models.Model):
    """What a member organisation says to minutes in one round of agreement."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="replies")
    round = models.PositiveSmallIntegerField(_("round"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(_("answer"), max_length=8, choices=Answer)
    words = models.TextField(_("what it objects to"), blank=True)
    at = models.DateTimeField(_("answered"))
    by_id = models.BigIntegerField(_("answered by"))

    class Privacy:
        holds = "what an organisation says to minutes, and which member said it"
        kept = "always"

    class Meta:
        verbose_name = _("answer to minutes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "round", "organisation"], name="minutes_answered_once"
            ),
            models.CheckConstraint(
                name="minutes_objected_with_words",
                condition=~Q(answer=Answer.OBJECTS) | ~Q(words=""),
            ),
            models.CheckConstraint(name="minutes_round_from_one", condition=Q(round__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.organisation_id} {self.answer}"


class SignedMinutes(models.Model):
    """Minutes as they were signed. Insert-only by trigger; ``digest`` is over ``content``.

    ``content`` holds the words as written and every name in all languages, so that a paper can be
    printed from it alone, in any of them, for ever the same.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="signed")
    content = models.JSONField(_("content"))
    digest = models.CharField(_("hash"), max_length=64)
    signed_at = models.DateTimeField(_("signed"))
    signed_by_id = models.BigIntegerField(_("signed by"), null=True, blank=True)
    chair = models.CharField(_("signed as chair"), max_length=enums.LONGEST_POSITION)
    secretary = models.CharField(_("signed as secretary"), max_length=enums.LONGEST_POSITION)

    class Privacy:
        holds = "minutes of a public body with official positions"
        kept = "always"

    class Meta:
        verbose_name = _("signed minutes")
        constraints = [
            models.CheckConstraint(name="signed_minutes_hashed", condition=~Q(digest="")),
        ]

    def __str__(self) -> str:
        return self.digest[:12]


class CalendarFeed(models.Model):
    """A member's secret calendar address. Only its hash is kept: nobody can read it here."""

    user = models.OneToOneField("access.User", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(_("hash of the address"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"))

    class Privacy:
        holds = "that a member fetches the calendar, under a hash of a secret address"
        kept = "until it is renewed or switched off"

    class Meta:
        verbose_name = _("calendar address")

    def __str__(self) -> str:
        return self.digest[:8]
