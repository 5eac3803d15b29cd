"""What the values of a guideline are called."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise

FIELDS: "Mapping[str, _StrOrPromise]" = {
    "title": pgettext_lazy("field of a guideline", "name"),
    "question": pgettext_lazy("field of a guideline", "question to read aloud"),
    "text": pgettext_lazy("field of a guideline", "text"),
    "hint": pgettext_lazy("field of a guideline", "hint"),
    "intro": pgettext_lazy("field of a guideline", "introduction"),
    "note": pgettext_lazy("field of a guideline", "note on top"),
    "now": pgettext_lazy("field of a guideline", "what to do at once"),
    "profiles": pgettext_lazy("field of a guideline", "for whom it is used"),
    "child_profiles": pgettext_lazy("field of a guideline", "for children"),
    "evidence": pgettext_lazy("field of a guideline", "how it may become known"),
    "same_as": pgettext_lazy("field of a guideline", "the same sign in other lists"),
    "check_weight": pgettext_lazy("field of a guideline", "weight in doubt"),
    "non_punishment": pgettext_lazy("field of a guideline", "look at non-punishment first"),
    "rests_on": pgettext_lazy("field of a guideline", "articles it rests on"),
    "provenance": pgettext_lazy("field of a guideline", "source and status"),
    "source": pgettext_lazy("field of a guideline", "source"),
    "as_of": pgettext_lazy("field of a guideline", "as of"),
    "verified_by": pgettext_lazy("field of a guideline", "checked by"),
    "trust": pgettext_lazy("field of a guideline", "how far it may be believed"),
    "status": pgettext_lazy("field of a guideline", "status"),
    "rule": pgettext_lazy("field of a guideline", "how the list is read"),
    "version": pgettext_lazy("field of a guideline", "version"),
    "vulnerability_as_means": _("abuse of vulnerability alone stands for the means"),
    "second_to": pgettext_lazy("field of a guideline", "read from the answers to another list"),
    "dimension": pgettext_lazy("field of a guideline", "group of signs"),
    "dimensions": pgettext_lazy("field of a guideline", "groups of signs"),
    "elements": pgettext_lazy("field of a guideline", "elements"),
    "at_least": pgettext_lazy("field of a guideline", "how many signs show it"),
    "not_for_children": pgettext_lazy("field of a guideline", "not needed for a child"),
    "core": _("gives “some indications” by itself"),
    "answers.yes": pgettext_lazy("field of a guideline", "the answer “yes”"),
    "answers.no": pgettext_lazy("field of a guideline", "the answer “no”"),
    "catalogue": pgettext_lazy("field of a guideline", "list of signs"),
    "also": pgettext_lazy("field of a guideline", "further lists of signs"),
    "for_mandates": pgettext_lazy("field of a guideline", "for organisations that may"),
    "for_bodies": pgettext_lazy("field of a guideline", "for these organisations"),
    "pages": pgettext_lazy("field of a guideline", "pages"),
    "when": pgettext_lazy("field of a guideline", "when the page is asked"),
    "questions": pgettext_lazy("field of a guideline", "questions"),
    "kind": pgettext_lazy("field of a guideline", "kind of question"),
    "facet": pgettext_lazy("field of a guideline", "sealed in"),
    "indicator": pgettext_lazy("field of a guideline", "sign that it asks about"),
    "options": pgettext_lazy("field of a guideline", "answers to choose from"),
    "age": pgettext_lazy("field of a guideline", "what the answer says of age"),
    "pocket.signs": pgettext_lazy("field of a guideline", "signs on the card"),
    "pocket.steps": pgettext_lazy("field of a guideline", "steps on the card"),
    "pocket.silent_code": pgettext_lazy("field of a guideline", "silent code"),
    "pocket.call": pgettext_lazy("field of a guideline", "whom to call"),
    "child": pgettext_lazy("field of a guideline", "a child"),
    "present": pgettext_lazy("field of a guideline", "signs that are present"),
    "absent": pgettext_lazy("field of a guideline", "signs that are absent"),
    "expected": pgettext_lazy("field of a guideline", "agreed outcome"),
    "approving_mandates": pgettext_lazy("field of a guideline", "who must approve"),
    "key": pgettext_lazy("field of a guideline", "key"),
}


def field_name(field: str) -> str:
    """Name a field of a guideline; one that is not known stands for itself."""
    return str(FIELDS.get(field) or FIELDS.get(field.partition(".")[0]) or field)
