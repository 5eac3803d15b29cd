import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """A wish for a list that a member keeps. It has no title of its own: nothing can be typed here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.BigIntegerField(_("member"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    is_watch = models.BooleanField(_("of all cases, for the co-ordinator"), default=False)
    query = models.CharField(_("wish"), max_length=300)
    saved_at = models.DateTimeField(_("saved"))

    class Privacy:
        holds = "which coded facts a member filters a list by"
        kept = "until the member takes it away"

    class Meta:
        ordering = ["saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "organisation", "is_watch", "query"], name="saved_filter_once"
            )
        ]

    def __str__(self) -> str:
        return self.query
