import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.mypage.enums import Author, Rating, RequestKind


class Message(models.Model):
    """A message between a person and the owner of their case. Only ciphertext.

    What the person writes is sealed to the owner alone; an answer also to the page's key.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey("mypage.Page", on_delete=models.CASCADE, related_name="messages")
    author = models.CharField(_("author"), max_length=10, choices=Author)
    at = models.DateTimeField(_("written"))
    by_id = models.BigIntegerField(_("written by"), null=True)
    owner_key_id = models.BigIntegerField(_("key of the owner"))
    to_owner = models.BinaryField(_("sealed to the owner"))
    to_person = models.BinaryField(_("sealed to the page"), default=b"")
    noted_at = models.DateTimeField(_("noted"), null=True, blank=True)

    class Privacy:
        holds = "ciphertext of what a person and their case worker write to each other, and when"
        kept = "as long as the case"

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(
                fields=["page"],
                condition=Q(noted_at__isnull=True, author="person"),
                name="page_message_new",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Appointment(models.Model):
    """An appointment of a person: its day in clear; hour, place and with whom are sealed.

    Hour and place together would tell who reads the database where to wait for the person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(
        "mypage.Page", on_delete=models.SET_NULL, related_name="appointments", null=True
    )
    day = models.DateField(_("day"))
    made_at = models.DateTimeField(_("made"))
    made_by_id = models.BigIntegerField(_("made by"))
    owner_key_id = models.BigIntegerField(_("key of the owner"))
    to_owner = models.BinaryField(_("sealed to the owner"))
    to_person = models.BinaryField(_("sealed to the page"), default=b"")
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)

    class Privacy:
        holds = "the day of an appointment under a case's code; hour, place and with whom sealed"
        kept = "as long as the case"

    class Meta:
        ordering = ["day", "made_at"]
        indexes = [models.Index(fields=["case", "day"], name="appointment_of_case")]

    def __str__(self) -> str:
        return str(self.pk)


class Opinion(models.Model):
    """What somebody thinks of the help of an organisation. It leads to no case and no hour."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    quarter = models.CharField(_("quarter"), max_length=6)
    rating = models.CharField(_("how the help was"), max_length=10, choices=Rating)
    owner_key_id = models.BigIntegerField(_("key of the organisation"))
    sealed = models.BinaryField(_("words, sealed to the organisation"))

    class Privacy:
        holds = "an opinion on an organisation, by quarter of a year; no case, no day"
        kept = "5 years"

    class Meta:
        # Never by time of writing: neighbours in a list would tell who came after whom.
        ordering = ["id"]
        indexes = [models.Index(fields=["organisation", "quarter"], name="opinion_of_quarter")]

    def __str__(self) -> str:
        return str(self.pk)


class DataRequest(models.Model):
    """A person asked on their page about their own data. What follows is the closing mission's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("asks"), max_length=10, choices=RequestKind)
    asked_at = models.DateTimeField(_("asked"))
    noted_at = models.DateTimeField(_("noted"), null=True, blank=True)

    class Privacy:
        holds = "that a person under a case's code asked about their own data"
        kept = "as long as the case"

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(noted_at__isnull=True),
                name="data_request_once_open",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
