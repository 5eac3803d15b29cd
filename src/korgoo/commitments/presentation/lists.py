"""The list of promises, on a page and as a file."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.commitments import api, origins, policies, selectors, wording
from korgoo.commitments.forms import FilterForm
from korgoo.lib.collation import place_of

if TYPE_CHECKING:
    from django.http import QueryDict

    from korgoo.access.actor import Actor
    from korgoo.commitments.selectors import Wanted

ON_PAGE = 50


def filter_form(data: "QueryDict", *, actor: "Actor") -> FilterForm:
    """Make the filter, with the origins and organisations that the actor can choose."""
    kinds = [(kind, origins.words_of(kind)) for kind in selectors.origin_kinds(actor=actor)]
    cards = access.cards(selectors.organisations_named(actor=actor)).values()
    return FilterForm(
        data,
        origins=sorted(kinds, key=lambda pair: place_of(pair[1])),
        organisations=sorted(
            ((card.id, card.name) for card in cards), key=lambda pair: place_of(pair[1])
        ),
    )


def list_page(wanted: "Wanted", number: str, *, actor: "Actor") -> dict[str, Any]:
    """Gather one page of the list.

    Args:
        wanted: What of it.
        number: Of the page, as typed.
        actor: Who looks.
    """
    rows = selectors.list_commitments(wanted, actor=actor)
    page = Paginator(rows, ON_PAGE).get_page(number)
    return {
        "lines": [wording.line(card) for card in api.cards(page.object_list)],
        "page": page,
        "count": len(rows),
        "late": sum(row.is_late for row in rows),
        "may_make": bool(policies.may(actor, Permission.COMMITMENT_MAKE)),
    }


def table(wanted: "Wanted", *, actor: "Actor") -> list[list[str]]:
    """Write the list as rows of a file, the heads of the columns first; days as YYYY-MM-DD."""
    cards = api.cards(selectors.list_commitments(wanted, actor=actor))
    return [_heads(), *([str(cell) for cell in _cells(card)] for card in cards)]


def _heads() -> list[str]:
    return [
        pgettext("column of promises", "Code"),
        pgettext("column of promises", "Promised by"),
        pgettext("column of promises", "Borne today by"),
        pgettext("column of promises", "To whom"),
        pgettext("column of promises", "What"),
        pgettext("column of promises", "Promised on"),
        pgettext("column of promises", "Last day"),
        pgettext("column of promises", "State"),
        pgettext("column of promises", "Late"),
        pgettext("column of promises", "Kept on"),
        _("Where it was promised"),
        pgettext("column of promises", "Shown to everybody"),
    ]


def _cells(card: api.CommitmentCard) -> list[Any]:
    yes, no = pgettext("in a file", "yes"), pgettext("in a file", "no")
    return [
        card.spoken_code,
        card.promiser,
        card.bearer,
        card.beneficiary,
        card.what,
        card.made_on,
        card.due_on or "",
        card.state.label,
        yes if card.is_late else no,
        card.done_on or "",
        wording.place(card.origin),
        yes if card.is_public else no,
    ]
