"""The page docs/reference/access.md: the policy's table, line by line."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import TextChoices

    from korgoo.access.policy import Grant

HEAD = """\
# Who may do what

Generated from the table in `korgoo/access/policy.py` by `korgoo docs`; change it there.

A line gives a permission to these roles, in organisations with one of these mandates, on cases to which the organisation
stands so, and for the sealed parts named. What no line gives is refused; what a person may not know of is *not found*.
To open a sealed part the organisation also needs its key, which only ownership or consent gives.
Lines that begin with `assistance:` are closed to an organisation that investigates, whatever else it does.

| permission | roles | mandate | relation to the case | sealed parts |
| --- | --- | --- | --- | --- |
"""


def page() -> str:
    """Write the table in the order of the permissions."""
    from korgoo.access.policy import TABLE

    return HEAD + "\n".join(_row(grant) for grant in sorted(TABLE, key=_place))


def _place(grant: "Grant") -> tuple[str, list[str]]:
    return grant.permission, sorted(grant.relations)


def _row(grant: "Grant") -> str:
    from korgoo.access.enums import Mandate, Relation, Role

    cells = (
        f"`{grant.permission}`",
        _labels(grant.roles, whole=Role),
        _labels(grant.mandates, whole=Mandate),
        "not about one case" if grant.relations == {Relation.NONE} else _labels(grant.relations),
        _labels(grant.facets) or "none",
    )
    return f"| {' | '.join(cells)} |"


def _labels(choices: "Iterable[TextChoices]", whole: "type[TextChoices] | None" = None) -> str:
    """Name choices in the order of the alphabet; `any` when nothing is left out."""
    found = set(choices)
    if whole and found == set(whole):
        return "any"
    return ", ".join(sorted(str(choice.label) for choice in found))
