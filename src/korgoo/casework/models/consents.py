from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Proof, Scope


class ConsentAct(models.Model):
    """One conversation in which a person said what may be shared with one organisation."""

    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, related_name="consents")
    recipient = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(_("language of the talk"), max_length=8)
    had_interpreter = models.BooleanField(_("with an interpreter"), default=False)
    guardian_agreed = models.BooleanField(_("guardian agreed"), null=True)
    told = models.JSONField(_("what the person was told"), default=list)
    proof = models.CharField(_("proof"), max_length=20, choices=Proof)
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))
    expires_at = models.DateTimeField(_("until"), null=True, blank=True)

    class Privacy:
        holds = "what a person agreed to share with whom, under the case's code"
        kept = "as long as the case"

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["case", "recipient"], name="consent_of_case")]

    def __str__(self) -> str:
        return str(self.pk)


class ConsentScopeQuerySet(models.QuerySet["ConsentScope"]):
    """Named questions about scopes of consent."""

    def in_force(self, moment: datetime) -> Self:
        """Keep what was agreed to, not taken back, not run out, and not replaced by a newer talk."""
        newer = ConsentAct.objects.filter(
            case_id=models.OuterRef("act__case_id"),
            recipient_id=models.OuterRef("act__recipient_id"),
            pk__gt=models.OuterRef("act_id"),
        )
        return self.filter(
            Q(act__expires_at__isnull=True) | Q(act__expires_at__gt=moment),
            ~models.Exists(newer),
            is_given=True,
            withdrawn_at__isnull=True,
        )


class ConsentScope(models.Model):
    """The answer to one question of consent. A refusal is a row too."""

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
