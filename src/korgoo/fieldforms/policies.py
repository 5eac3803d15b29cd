"""Rules of an import. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.fieldforms.models import FieldBatch


def decide_batch(batch: "FieldBatch") -> Verdict:
    """An import is taken or dropped once."""
    if batch.is_waiting:
        return ALLOWED
    return Verdict(_("These forms were taken or dropped already."))
