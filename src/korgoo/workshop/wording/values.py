"""Words for coded values. Only this module and ``fields`` know them."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Facet, Mandate
from korgoo.identification import api as identification
from korgoo.identification.rules import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise

WEIGHTS: "Mapping[str, _StrOrPromise]" = {
    "strong": pgettext_lazy("weight of a sign", "strong"),
    "medium": pgettext_lazy("weight of a sign", "medium"),
    "weak": pgettext_lazy("weight of a sign", "weak"),
}
RULES: "Mapping[str, _StrOrPromise]" = {
    "weighted": _("By the weight of its signs"),
    "elements": _("By elements that must be shown, without weights"),
    "signs": _("Any sign is worth a closer look"),
}
EVIDENCE: "Mapping[str, _StrOrPromise]" = {
    "told": pgettext_lazy("how a sign becomes known", "told by the person"),
    "observed": pgettext_lazy("how a sign becomes known", "seen by the officer"),
    "document": pgettext_lazy("how a sign becomes known", "shown by a document"),
}
VALUES: "Mapping[str, _StrOrPromise]" = {
    "present": pgettext_lazy("what an answer says of a sign", "present"),
    "absent": pgettext_lazy("what an answer says of a sign", "absent"),
}
AGES: "Mapping[str, _StrOrPromise]" = {
    "adult": pgettext_lazy("age", "adult"),
    "child": pgettext_lazy("age", "child"),
    "doubt": pgettext_lazy("age", "in doubt: as a child"),
}
QUESTION_KINDS: "Mapping[str, _StrOrPromise]" = {
    "indicator": _("About signs"),
    "age": _("About age"),
    "plain": _("A choice that says nothing of a sign"),
    "sealed": _("Written in words, and sealed"),
}
TRUST: "Mapping[str, _StrOrPromise]" = {
    "sourced": _("Found in a source"),
    "background-high": _("Background knowledge, rather sure"),
    "background-medium": _("Background knowledge, unsure"),
    "proposal": _("Proposal of the platform"),
}
STATUS: "Mapping[str, _StrOrPromise]" = {
    "in_use": pgettext_lazy("status of a value", "In use"),
    "needs_review": pgettext_lazy("status of a value", "In use, needs review"),
    "unset": pgettext_lazy("status of a value", "Not set"),
}
OUTCOMES: "Mapping[str, _StrOrPromise]" = {
    outcome.value: identification.wording.outcome_name(outcome) for outcome in Outcome
}
# By the name of the field: what its coded values are called.
TABLES: "Mapping[str, Mapping[str, _StrOrPromise]]" = {
    "weights": WEIGHTS,
    "rule": RULES,
    "evidence": EVIDENCE,
    "sets": VALUES,
    "age": AGES,
    "kind": QUESTION_KINDS,
    "facet": dict(Facet.choices),
    "expected": OUTCOMES,
    "for_mandates": dict(Mandate.choices),
    "approving_mandates": dict(Mandate.choices),
    "trust": TRUST,
    "status": STATUS,
}


def word(field: str, value: Any) -> str:
    """Name one coded value of a field; what no table knows stands for itself.

    Args:
        field: name of the field, without what follows a dot.
        value: a code, a number, or yes and no.
    """
    if value is True:
        return str(pgettext_lazy("value of a setting", "yes"))
    if value is None or value is False:
        return str(pgettext_lazy("value of a setting", "no"))
    return str(TABLES.get(field, {}).get(str(value), value))
