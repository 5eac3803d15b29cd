"""What people said of pairs, for the quality of matching: plain data, and nothing in it that leads to a pair."""

from dataclasses import dataclass

from korgoo.lookup.enums import Script
from korgoo.lookup.models import Judgement


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair that was judged.

    Attributes:
        posterior: What matching had said, 0 to 1, rounded down to .01; None where it had not proposed the pair.
        is_same: What people said.
        across: Whether it was between two organisations.
        script: The writing of the names.
        citizenship: ISO 3166 code, or empty.
    """

    posterior: float | None
    is_same: bool
    across: bool
    script: Script
    citizenship: str


def judgements() -> list[Judged]:
    """List what was said of pairs, of all organisations, in no order."""
    rows = Judgement.objects.values_list("posterior", "is_same", "across", "script", "citizenship")
    return [
        Judged(None if said is None else float(said), same, across, Script(script), code)
        for said, same, across, script, code in rows
    ]
