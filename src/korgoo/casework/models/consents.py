from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Proof, Scope
from korgoo.casework.grounds import Capacity, Decider, Purpose


class ConsentActQuerySet(models.QuerySet["ConsentAct"]):
    """Named questions about talks."""

    def standing(self) -> Self:
        """Keep the newest talk of each case, recipient and purpose."""
        return self.filter(~models.Exists(_newer("pk", "")))

    def running_out(self, moment: datetime, *, now: datetime) -> Self:
        """Keep talks that allow something now and no more at a later moment."""
        given = ConsentScope.objects.filter(
            act_id=models.OuterRef("pk"), is_given=True, withdrawn_at__isnull=True
        )
        rows = self.standing().filter(expires_at__gt=now, expires_at__lte=moment)
        return rows.filter(models.Exists(given))


class ConsentAct(models.Model):
    """One talk in which a person said what may be shared with one organisation for one purpose.

    The newest talk of a case, recipient and purpose counts; older ones are kept as they were.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="consents")
    recipient = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose, default=Purpose.HELP)
    language = models.CharField(_("language of the talk"), max_length=8)
    had_interpreter = models.BooleanField(_("with an interpreter"), default=False)
    is_interpreter_sworn = models.BooleanField(_("interpreter sworn to secrecy"), null=True)
    capacity = models.CharField(
        _("could decide"), max_length=10, choices=Capacity, default=Capacity.ABLE
    )
    decider = models.CharField(
        _("who decided"), max_length=20, choices=Decider, blank=True, default=""
    )
    guardian_agreed = models.BooleanField(_("guardian agreed"), null=True)
    told = models.JSONField(_("what the person was told"), default=list)
    proof = models.CharField(_("proof"), max_length=20, choices=Proof)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))
    expires_at = models.DateTimeField(_("until"), null=True, blank=True)
    attachment = models.OneToOneField(
        "casework.SealedAttachment", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ConsentActQuerySet.as_manager()

    class Privacy:
        holds = "what a person agreed to share with whom, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [
            models.Index(fields=["case", "recipient"], name="consent_of_case"),
            models.Index(fields=["expires_at"], name="consent_by_end"),
        ]
        constraints = [
            models.CheckConstraint(
                name="consent_says_who_decided",
                condition=~Q(capacity=Capacity.UNABLE) | ~Q(decider=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ConsentScopeQuerySet(models.QuerySet["ConsentScope"]):
    """Named questions about scopes of consent."""

    def in_force(self, moment: datetime) -> Self:
        """Keep what was agreed to, not taken back, not run out, and not replaced by a newer talk."""
        return self.filter(
            Q(act__expires_at__isnull=True) | Q(act__expires_at__gt=moment),
            ~models.Exists(_newer("act_id", "act__")),
            is_given=True,
            withdrawn_at__isnull=True,
        )


def _newer(pk: str, path: str) -> "models.QuerySet[ConsentAct]":
    """Find talks that replace the one of the row outside."""
    return ConsentAct.objects.filter(
        case_id=models.OuterRef(f"{path}case_id"),
        recipient_id=models.OuterRef(f"{path}recipient_id"),
        purpose=models.OuterRef(f"{path}purpose"),
        pk__gt=models.OuterRef(pk),
    )


class ConsentScope(models.Model):
    """The answer to one question of consent. A refusal is a row too; not asked is no row."""

    act = models.ForeignKey(ConsentAct, on_delete=models.CASCADE, related_name="scopes")
    scope = models.CharField(_("what"), max_length=20, choices=Scope)
    is_given = models.BooleanField(_("agreed"))
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    withdrawn_by_id = models.BigIntegerField(_("recorded by"), null=True)

    objects = ConsentScopeQuerySet.as_manager()

    class Privacy:
        holds = "one answer to a question of consent"
        kept = "as long as the case"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act", "scope"], name="consent_scope_once"),
            models.CheckConstraint(
                name="consent_only_given_is_withdrawn",
                condition=Q(withdrawn_at__isnull=True) | Q(is_given=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} {self.scope}"
