import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.library.enums import (
    LONGEST_KEY,
    LONGEST_KIND,
    LONGEST_LINK,
    LONGEST_NOTE,
    LONGEST_REASON,
    DocumentKind,
)


class Document(models.Model):
    """A paper of the platform. What it says stands in its versions; who may read it, in rows of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("code"), max_length=9, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    titles: "models.JSONField[Any, Any]" = models.JSONField(_("title by language"), default=dict)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    # What it belongs to: a meeting, a measure of the plan. Empty for the library alone.
    origin_kind = models.SlugField(_("belongs to"), max_length=LONGEST_KIND, blank=True)
    origin_key = models.CharField(_("which one"), max_length=LONGEST_KEY, blank=True)
    added_at = models.DateTimeField(_("added"))
    added_by_id = models.BigIntegerField(_("added by"))
    changed_at = models.DateTimeField(_("changed"))
    withdrawn_at = models.DateTimeField(_("taken out"), null=True, blank=True)
    withdrawn_why = models.CharField(_("why"), max_length=LONGEST_REASON, blank=True)

    class Privacy:
        holds = "papers of the platform's work and which member put them in; no persons assisted"
        kept = "always"

    class Meta:
        verbose_name = _("document")
        ordering = ["-changed_at"]
        indexes = [models.Index(fields=["origin_kind", "origin_key"], name="document_origin")]
        constraints = [
            models.CheckConstraint(
                name="document_origin_whole_or_not",
                condition=Q(origin_kind="", origin_key="")
                | (~Q(origin_kind="") & ~Q(origin_key="")),
            ),
            models.CheckConstraint(
                name="document_withdrawn_with_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class DocumentFor(models.Model):
    """One group of readers of a document: named by words that are resolved when somebody reads."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readers")
    kind = models.SlugField(_("kind of readers"), max_length=LONGEST_KIND)
    key = models.CharField(_("which ones"), max_length=LONGEST_KEY, blank=True)

    class Privacy:
        holds = "no personal data"
        kept = "as long as the document"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "kind", "key"], name="document_for_once")
        ]
        indexes = [models.Index(fields=["kind", "key"], name="document_for_readers")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind} {self.key}"


class Version(models.Model):
    """One state of a document: a file or a web address. The newest counts, older ones stay readable."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    language = models.CharField(_("language"), max_length=2, blank=True)
    media_type = models.CharField(_("kind of file"), max_length=100, blank=True)
    content = models.BinaryField(_("file"), default=b"")
    size = models.PositiveIntegerField(_("bytes"), default=0)
    digest = models.CharField(_("hash of the file"), max_length=64, blank=True)
    link = models.URLField(_("web address"), max_length=LONGEST_LINK, blank=True)
    note = models.CharField(_("what is new"), max_length=LONGEST_NOTE, blank=True)
    added_at = models.DateTimeField(_("added"))
    added_by_id = models.BigIntegerField(_("added by"))

    class Privacy:
        holds = "a paper of the platform's work, freed of what tells who made it where"
        kept = "as long as the document"

    class Meta:
        ordering = ["document_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
            models.CheckConstraint(
                name="version_is_a_file_or_a_link",
                condition=Q(link="", size__gt=0) | (~Q(link="") & Q(size=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"
