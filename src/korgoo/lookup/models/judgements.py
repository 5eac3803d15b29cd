from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.lookup.enums import Script


class Judgement(models.Model):
    """What a person said of a pair of cases, beside what matching had said: how good matching is.

    It must never refer to a case, a person, a member or an organisation, and grows no time but the month:
    rows that hold the same cannot be told apart. The number is random, so that it says nothing of the order.

    Attributes:
        posterior: What matching said, rounded down to .01, so that a threshold of two digits is exact;
            None where it had not proposed the pair and a person found it.
        script: The writing of the two names; across organisations of the own one alone.
        citizenship: ISO 3166 code of the citizenship on the card of the case that was judged, else of the other
            own one; empty where neither says it. No ethnic group is known here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    posterior = models.DecimalField(
        _("posterior"), max_digits=3, decimal_places=2, null=True, blank=True
    )
    is_same = models.BooleanField(_("the same person"))
    across = models.BooleanField(_("between organisations"))
    script = models.CharField(_("writing of the names"), max_length=10, choices=Script)
    citizenship = models.CharField(_("citizenship"), max_length=2, blank=True)
    month = models.DateField(_("month"))

    class Privacy:
        holds = "what matching and a person said of a pair; neither case, person nor member"
        kept = "as long as the quality of matching is shown: it refers to nobody"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="judgement_posterior_is_a_share",
                condition=Q(posterior__isnull=True) | Q(posterior__gte=0, posterior__lte=1),
            ),
            models.CheckConstraint(name="judgement_of_a_month", condition=Q(month__day=1)),
            models.CheckConstraint(
                name="judgement_found_by_hand_is_the_same",
                condition=Q(posterior__isnull=False) | Q(is_same=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
