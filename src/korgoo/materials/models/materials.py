"""What a campaign puts into people's hands, by language and version."""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.materials import enums
from korgoo.materials.enums import (
    ONCE_APPROVED,
    OPEN,
    Deed,
    Faces,
    Kind,
    State,
)


class Material(models.Model):
    """One thing in several languages: a poster, a card, a text. What it says stands in its versions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(
        "campaign.Campaign", on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign")
    )
    number = models.PositiveIntegerField(_("number within the campaign"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("maker")
    )
    made_at = models.DateTimeField(_("made"))

    class Privacy:
        holds = "which organisation makes a material of a campaign; no personal data"
        kept = "always: what is printed stays on walls"

    class Meta:
        verbose_name = _("material")
        ordering = ["campaign", "number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="material_number_once"),
            models.CheckConstraint(
                name="material_known_kind", condition=Q(kind__in=[kind.value for kind in Kind])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.number}"


class VersionQuerySet(models.QuerySet["Version"]):
    """Named questions about versions."""

    def approved(self) -> Self:
        return self.filter(state=State.APPROVED)

    def whole(self) -> Self:
        """Fetch what a page needs in one question; files are left where they are."""
        return self.select_related("material__campaign").order_by(
            "material__number", "language", "-number"
        )


class Version(models.Model):
    """One wording in one language. What was approved never changes: a change is a new version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="versions")
    language = models.CharField(_("language"), max_length=8)
    number = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    title = models.CharField(_("title"), max_length=enums.LONGEST_TITLE)
    template = models.CharField(_("template"), max_length=60, blank=True)
    slogan = models.CharField(_("slogan"), max_length=enums.LONGEST_LINE, blank=True)
    action = models.CharField(_("what is asked"), max_length=enums.LONGEST_LINE, blank=True)
    questions: "models.JSONField[Any, Any]" = models.JSONField(_("questions"), default=list)
    body = models.TextField(_("text"), blank=True)
    # As they were given when this was written: what is approved is what is printed.
    numbers: "models.JSONField[Any, Any]" = models.JSONField(_("numbers to call"), default=list)
    code = models.CharField(_("campaign code"), max_length=20, blank=True)
    link = models.URLField(_("address of the video"), max_length=300, blank=True)
    faces = models.CharField(_("who can be recognised"), max_length=8, choices=Faces, blank=True)
    source = models.CharField(_("who made the picture"), max_length=300, blank=True)
    licence = models.CharField(_("right to use it"), max_length=300, blank=True)
    consent = models.CharField(_("consent of those shown"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    written_by = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written"))
    approved_by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed"))
    # Grows with every change: who acts on a version must have seen the last one.
    revision = models.PositiveIntegerField(_("count of changes"), default=1)

    objects = VersionQuerySet.as_manager()

    class Privacy:
        holds = (
            "words of a campaign, who owns a picture, and which members wrote and approved them"
        )
        kept = "always: it must be possible to say what was printed, and who answers for it"

    class Meta:
        verbose_name = _("version of a material")
        ordering = ["material", "language", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["material", "language", "number"], name="material_version_once"
            ),
            models.UniqueConstraint(
                fields=["material", "language"],
                condition=Q(state__in=sorted(OPEN)),
                name="material_one_open_version",
            ),
            models.UniqueConstraint(
                fields=["material", "language"],
                condition=Q(state=State.APPROVED),
                name="material_one_approved_version",
            ),
            models.CheckConstraint(
                name="material_approved_by_somebody",
                condition=Q(
                    state__in=sorted(ONCE_APPROVED),
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                )
                | Q(state__in=sorted(OPEN), approved_by__isnull=True, approved_at__isnull=True),
            ),
            models.CheckConstraint(
                name="material_second_person",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("written_by")),
            ),
            models.CheckConstraint(
                name="material_nobody_harmed_shown",
                condition=~Q(state__in=sorted(ONCE_APPROVED)) | ~Q(faces=Faces.HARMED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.material_id} {self.language} {self.number}"

    @property
    def is_drawn(self) -> bool:
        """Whether it is made from a template."""
        return bool(self.template)


class VersionFile(models.Model):
    """A file of one's own, made anew without what it tells beside itself."""

    version = models.OneToOneField(
        Version, on_delete=models.CASCADE, primary_key=True, related_name="file"
    )
    media_type = models.CharField(_("kind of file"), max_length=40)
    content = models.BinaryField(_("file"))
    digest = models.CharField(_("hash of the file"), max_length=64)

    class Privacy:
        holds = "a picture or paper of a campaign; whoever is shown agreed"
        kept = "as long as its version"

    class Meta:
        verbose_name = _("file of a material")

    def __str__(self) -> str:
        return str(self.version_id)


class VersionDeed(models.Model):
    """Who did what with a version, when, and what they said of it. Written once."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="deeds")
    deed = models.CharField(_("what was done"), max_length=10, choices=Deed)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("remark or reason"), max_length=enums.LONGEST_TEXT, blank=True)

    class Privacy:
        holds = "which member wrote, approved or withdrew a material, and their remark"
        kept = "always: it must be possible to say who answers for what was printed"

    class Meta:
        verbose_name = _("work on a material")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.version_id} {self.deed}"
