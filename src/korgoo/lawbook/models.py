"""Packages of amendments, and what was adopted of them. The law itself is data of the country pack."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.lawbook.enums import (
    LONGEST_NUMBER,
    ChangeKind,
    PackageState,
)


class AmendmentPackage(models.Model):
    """A draft that changes articles of one or several instruments together.

    It says nothing about any person who was helped. ``version`` grows with every change of title
    or reason: who saved under an older one has not seen what they would overwrite.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.JSONField(_("title by language"))
    reason = models.TextField(_("reason"))
    state = models.CharField(
        _("state"), max_length=10, choices=PackageState, default=PackageState.EDITING
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("started"))
    closed_at = models.DateTimeField(_("adopted or dropped"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Privacy:
        holds = "a draft of legal text and the organisation that writes it; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("package of amendments")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                name="package_closed_whole",
                condition=Q(state=PackageState.EDITING, closed_at__isnull=True)
                | (~Q(state=PackageState.EDITING) & Q(closed_at__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither adopted nor dropped."""
        return self.state == PackageState.EDITING


class PackageItem(models.Model):
    """A new wording of one article, or a new article.

    ``title`` and ``text`` may lack a language: until it is there the package is not adopted.
    ``base`` marks what the article said, on every day, when this was last saved: what another
    package changed since is not overwritten unseen. ``replaced`` is written on adoption: how the
    article stood on that day, for who asks later.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    package = models.ForeignKey(AmendmentPackage, on_delete=models.CASCADE, related_name="items")
    instrument = models.CharField(_("instrument"), max_length=80)
    article = models.CharField(_("article"), max_length=80)
    number = models.CharField(_("number"), max_length=LONGEST_NUMBER)
    title = models.JSONField(_("title by language"), default=dict)
    text = models.JSONField(_("new wording by language"), default=dict)
    note = models.TextField(_("why"))
    changed_at = models.DateTimeField(_("last changed"))
    version = models.PositiveIntegerField(_("version"), default=1)
    base = models.CharField(
        _("mark of the article when this was written"), max_length=64, blank=True
    )
    replaced = models.JSONField(_("wording that it replaced"), null=True, blank=True)

    class Privacy:
        holds = "draft legal text; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("article of a package")
        ordering = ["instrument", "article"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "instrument", "article"], name="package_item_once"
            )
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """The article as others refer to it."""
        return f"{self.instrument}#{self.article}"


class PackageChange(models.Model):
    """Who changed what in a package, and when. Written once.

    ``item`` names the article, empty for the package itself; it outlives the item.
    """

    package = models.ForeignKey(AmendmentPackage, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("change"), max_length=10, choices=ChangeKind)
    item = models.CharField(_("article"), max_length=170, blank=True)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Privacy:
        holds = "which member of which organisation changed which draft text"
        kept = "always"

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.item}"


class AdoptedVersion(models.Model):
    """An article as it stands from a day on, by an adopted package. Never changed afterwards."""

    package = models.ForeignKey(AmendmentPackage, on_delete=models.PROTECT, related_name="adopted")
    instrument = models.CharField(_("instrument"), max_length=80)
    article = models.CharField(_("article"), max_length=80)
    number = models.CharField(_("number"), max_length=LONGEST_NUMBER)
    title = models.JSONField(_("title by language"))
    text = models.JSONField(_("text by language"))
    valid_from = models.DateField(_("first day"))
    legal_basis = models.TextField(_("legal basis"))
    adopted_at = models.DateTimeField(_("adopted"))

    class Privacy:
        holds = "legal text in force; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("adopted version of an article")
        # Of two that begin on one day the one adopted later stands.
        ordering = ["valid_from", "adopted_at", "pk"]
        indexes = [models.Index(fields=["instrument", "article"], name="adopted_article")]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "instrument", "article"], name="adopted_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.instrument}#{self.article} {self.valid_from}"
