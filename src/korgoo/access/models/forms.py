"""What protects typed text: no form is taken twice, none is lost, none drowns the others."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Submission(models.Model):
    """A form that was taken. The same form sent again is answered like the first time."""

    key = models.UUIDField(_("submission key"), primary_key=True)
    user_id = models.BigIntegerField(_("user"), null=True)
    path = models.CharField(_("page"), max_length=200)
    location = models.CharField(_("answer"), max_length=300)
    at = models.DateTimeField(_("time"), db_index=True)

    class Privacy:
        holds = "that a member sent a form, and which page came next; no contents"
        kept = "30 days"

    def __str__(self) -> str:
        return str(self.key)


class KeptForm(models.Model):
    """A form that could not be taken, sealed to the member who typed it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("access.User", on_delete=models.CASCADE, related_name="kept_forms")
    member_key = models.ForeignKey("access.MemberKey", on_delete=models.CASCADE)
    path = models.CharField(_("page"), max_length=200)
    sealed = models.BinaryField(_("sealed contents"))
    kept_at = models.DateTimeField(_("kept"), db_index=True)

    class Privacy:
        holds = "what a member typed, sealed to that member's key"
        kept = "30 days, or until it is sent or thrown away"

    class Meta:
        ordering = ["-kept_at"]

    def __str__(self) -> str:
        return str(self.id)


class Flood(models.Model):
    """How many of one kind of form everybody together has sent in the present stretch of time."""

    name = models.CharField(_("budget"), max_length=80, primary_key=True)
    began_at = models.DateTimeField(_("began"), db_index=True)
    taken = models.PositiveIntegerField(_("taken"), default=0)

    class Privacy:
        holds = "a count of all forms of one kind together; nothing of who sent them"
        kept = "30 days after the last form"

    def __str__(self) -> str:
        return self.name
