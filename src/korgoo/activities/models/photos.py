"""Pictures of activities: made anew without hidden data, shown to everybody only with consent and approval."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums
from korgoo.activities.enums import PROVED, Consent
from korgoo.activities.models.activities import Activity


class ActivityPhoto(models.Model):
    """A picture, what it shows in words, and by what those in it agreed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="photos")
    content = models.BinaryField(_("picture"))
    media_type = models.CharField(_("media type"), max_length=20)
    words = models.CharField(_("what it shows"), max_length=enums.LONGEST_WORDS)
    has_faces = models.BooleanField(_("faces can be recognised"))
    has_children = models.BooleanField(_("children can be recognised"), default=False)
    consent = models.CharField(_("consent"), max_length=10, choices=Consent)
    added_at = models.DateTimeField(_("added"))
    added_by_id = models.BigIntegerField(_("added by"))
    approved_at = models.DateTimeField(_("approved for everybody"), null=True, blank=True)
    approved_by_id = models.BigIntegerField(_("approved by"), null=True, blank=True)

    class Privacy:
        holds = "a picture of an event, perhaps with faces of people who agreed; which members added and approved it"
        kept = "until it is taken away, at the latest 3 years after the campaign"

    class Meta:
        verbose_name = _("photo")
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="photo_shown_only_with_consent",
                condition=Q(approved_at__isnull=True)
                | Q(has_faces=False, has_children=False)
                | Q(has_children=False, consent__in=sorted(one.value for one in PROVED))
                | Q(consent=Consent.GUARDIAN),
            ),
            models.CheckConstraint(
                name="photo_approved_by_somebody",
                condition=Q(approved_at__isnull=True, approved_by_id__isnull=True)
                | Q(approved_at__isnull=False, approved_by_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
