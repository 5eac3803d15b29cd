"""Statements over time. What the platform tells in public; nothing here says anything of a person helped."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.rights.enums import (
    ENDED,
    LONGEST_KEY,
    TOLD,
    Confidence,
    Deed,
    Sort,
    SourceType,
    Trust,
    VersionState,
)

# What a version says; who wrote, checked or published it is not part of it.
CONTENT = (
    *("title", "text", "applies_to", "sms", "steps", "questions", "numbers"),
    *("valid_from", "valid_to", "as_of", "source", "source_type", "address", "trust"),
    "supersedes",
)
ENDED_STATES = sorted(ENDED)


class Item(models.Model):
    """One statement over time. What it says stands in its versions."""

    key = models.CharField(_("key"), max_length=LONGEST_KEY, unique=True)
    destination = models.CharField(_("destination"), max_length=LONGEST_KEY)
    sort = models.CharField(_("sort"), max_length=10, choices=Sort)
    created_at = models.DateTimeField(_("added"))

    class Privacy:
        holds = "which statement is made about which destination; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("statement")
        ordering = ["pk"]
        indexes = [models.Index(fields=["destination"], name="item_destination")]

    def __str__(self) -> str:
        return self.key


class ItemVersionQuerySet(models.QuerySet["ItemVersion"]):
    """Named questions about versions."""

    def published(self) -> Self:
        return self.filter(state=VersionState.PUBLISHED)

    def told(self) -> Self:
        return self.filter(state__in=TOLD)

    def with_words(self) -> Self:
        """Fetch what a page needs in one question."""
        return self.select_related("item", "reviewed_for").order_by("item_id", "number")


class ItemVersion(models.Model):
    """One wording of a statement. Texts are kept by language code; published ones never change.

    Only who checked it last, and until when it is believed, may be written anew while it stands.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(
        _("state"), max_length=10, choices=VersionState, default=VersionState.DRAFT
    )
    title = models.JSONField(_("title by language"))
    text = models.JSONField(_("text by language"))
    applies_to = models.JSONField(_("whom it concerns, by language"))
    sms = models.JSONField(_("text message by language"))
    steps = models.JSONField(_("steps of a journey"), default=list)
    questions = models.JSONField(_("questions that it answers"), default=list)
    numbers = models.JSONField(_("keys of numbers to call"), default=list)
    valid_from = models.DateField(_("first day of the rule"), null=True, blank=True)
    valid_to = models.DateField(_("last day of the rule"), null=True, blank=True)
    as_of = models.DateField(_("day for which the source speaks"))
    source = models.TextField(_("source"))
    source_type = models.CharField(_("sort of source"), max_length=15, choices=SourceType)
    address = models.TextField(_("address of the source"), blank=True)
    trust = models.CharField(_("trust"), max_length=20, choices=Trust)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence)
    supersedes = models.JSONField(_("keys of statements that it replaces"), default=list)
    is_from_pack = models.BooleanField(_("as the country pack or a file gave it"), default=False)
    created_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reviewed_by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reviewed_for = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reviewed_on = models.DateField(_("last checked"), null=True, blank=True)
    review_by = models.DateField(_("to be checked again by"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    publish_on = models.DateField(_("to be published on"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    # Grows with every change of an open version: who acts on it must have seen the last one.
    revision = models.PositiveIntegerField(_("count of changes"), default=1)

    objects = ItemVersionQuerySet.as_manager()

    class Privacy:
        holds = "public information, and which members wrote and checked it"
        kept = "always: it must be possible to say what held, and what was told, on a past day"

    class Meta:
        verbose_name = _("version of a statement")
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_once"),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(state=VersionState.PUBLISHED),
                name="item_published_once",
            ),
            models.CheckConstraint(
                name="item_version_published_whole",
                condition=~Q(state=VersionState.PUBLISHED)
                | Q(published_at__isnull=False, ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="item_version_never_unverified",
                condition=~Q(state__in=[VersionState.PUBLISHED, VersionState.APPROVED])
                | Q(trust__in=[Trust.SOURCED, Trust.PROPOSAL]),
            ),
            models.CheckConstraint(
                name="item_version_approved_whole",
                condition=(
                    Q(state=VersionState.APPROVED)
                    & Q(publish_on__isnull=False, reviewed_by__isnull=False)
                )
                | (~Q(state=VersionState.APPROVED) & Q(publish_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="item_version_ended_whole",
                condition=Q(ended_at__isnull=False, state__in=ENDED_STATES)
                | (Q(ended_at__isnull=True) & ~Q(state__in=ENDED_STATES)),
            ),
            models.CheckConstraint(
                name="item_version_days",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=F("valid_to")),
            ),
            models.CheckConstraint(
                name="item_version_second_reader",
                condition=Q(written_by__isnull=True)
                | Q(reviewed_by__isnull=True)
                | ~Q(written_by=F("reviewed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}:{self.number}"

    def content(self) -> dict[str, Any]:
        """Give what it says, without who wrote, checked or published it."""
        return {name: getattr(self, name) for name in CONTENT}

    def last_day(self) -> date | None:
        """Give the last day on which it may have held: of the rule, or that of its withdrawal."""
        if self.valid_to is None and self.state == VersionState.EXPIRED and self.ended_at:
            return timezone.localdate(self.ended_at)
        return self.valid_to


class VersionDeed(models.Model):
    """Who did what with a version, when, and what they said of it. Written once."""

    version = models.ForeignKey(ItemVersion, on_delete=models.PROTECT, related_name="deeds")
    deed = models.CharField(_("what was done"), max_length=10, choices=Deed)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    words = models.TextField(_("source looked at, remark or reason"), blank=True)

    class Privacy:
        holds = "which member wrote, read or ended public information, and their remark on it"
        kept = "always: it must be possible to say who answers for what was told"

    class Meta:
        verbose_name = _("work on a statement")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="version_deed_at")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.deed}"
