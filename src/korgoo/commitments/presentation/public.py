"""What everybody sees: the promises that their organisations chose to show."""

from typing import Any

from korgoo.commitments import api, selectors, wording
from korgoo.lib.collation import place_of


def public_page() -> dict[str, Any]:
    """Gather the public page: by organisation, what is under way first."""
    cards = api.cards(selectors.list_public())
    names = sorted({card.bearer for card in cards}, key=place_of)
    return {
        "groups": [
            (name, [wording.public_line(card) for card in cards if card.bearer == name])
            for name in names
        ],
        "count": len(cards),
        "kept": sum(card.state == api.State.CONFIRMED for card in cards),
    }
