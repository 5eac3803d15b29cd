import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.desk.models.contacts import Contact


class Handover(models.Model):
    """What one operator leaves to a colleague, or to whoever comes next, at the end of a shift."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    from_id = models.BigIntegerField(_("handed over by"))
    to_id = models.BigIntegerField(_("handed over to"), null=True, blank=True)
    at = models.DateTimeField(_("handed over at"))
    taken_by_id = models.BigIntegerField(_("taken over by"), null=True, blank=True)
    taken_at = models.DateTimeField(_("taken over at"), null=True, blank=True)

    class Privacy:
        holds = "who handed how much to whom, and when it was taken over"
        kept = "30 days"

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~(Q(taken_by_id__isnull=True) ^ Q(taken_at__isnull=True)),
                name="handover_taken_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_taken(self) -> bool:
        return self.taken_at is not None


class HandoverItem(models.Model):
    """One contact or conversation in a handover, with a sealed word about it."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="items")
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    conversation_id = models.UUIDField(_("conversation without a name"), null=True, blank=True)
    key_id = models.BigIntegerField(_("key of the organisation"), null=True, blank=True)
    sealed = models.BinaryField(_("sealed word to the colleague"), default=bytes)

    class Privacy:
        holds = "ciphertext of a few words from one operator to the next"
        kept = "30 days, or as long as the contact"

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(contact__isnull=True) ^ Q(conversation_id__isnull=True),
                name="handover_item_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
