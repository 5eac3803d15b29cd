"""The pages of states: which move leads where, drawn from the tables in the code."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import TextChoices

State = TypeVar("State", bound="TextChoices")

HEAD = """\
# {title}

Generated from `{source}` by `korgoo docs`; change it there. A move that is not here is refused.

```mermaid
stateDiagram-v2
{drawing}
```

| state | may become |
| --- | --- |
{rows}
"""


def protection() -> str:
    """Draw the protection status of a case."""
    from korgoo.casework.enums import PROTECTION_MOVES

    return draw("Protection status of a case", "korgoo/casework/enums.py", PROTECTION_MOVES)


def procedural() -> str:
    """Draw where a person may stand in criminal proceedings."""
    from korgoo.casework.enums import PROCEDURAL_MOVES

    return draw("Procedural status of a case", "korgoo/casework/enums.py", PROCEDURAL_MOVES)


def campaign() -> str:
    """Draw the states of a campaign."""
    from korgoo.campaign.enums import MOVES

    return draw("States of a campaign", "korgoo/campaign/enums.py", MOVES)


def decision() -> str:
    """Draw the states of a decision on the status."""
    from korgoo.determination.enums import MOVES

    return draw("States of a decision on the status", "korgoo/determination/enums.py", MOVES)


def programme_items() -> str:
    """Draw the states of an item of an individual programme."""
    from korgoo.assistance.enums import ITEM_MOVES

    return draw("Items of an individual programme", "korgoo/assistance/enums.py", ITEM_MOVES)


def referral() -> str:
    """Draw the states of a referral."""
    from korgoo.referral.enums import MOVES

    return draw("States of a referral", "korgoo/referral/enums.py", MOVES)


def safe_return() -> str:
    """Draw the states of a return home."""
    from korgoo.safe_return.enums import MOVES

    return draw("States of a return home", "korgoo/safe_return/enums.py", MOVES)


def draw(title: str, source: str, moves: "Mapping[State, frozenset[State]]") -> str:
    """Draw a table of moves as a diagram, with the same as a table under it.

    Args:
        title: The page's title.
        source: The file that holds the table.
        moves: What each state may become; the first is where a record begins.
    """
    first = next(iter(moves))
    drawing = [f"    {state.value}: {state.label}" for state in moves]
    drawing.append(f"    [*] --> {first.value}")
    for state, following in moves.items():
        drawing += [f"    {state.value} --> {move.value}" for move in _ordered(following, moves)]
        drawing += [] if following else [f"    {state.value} --> [*]"]
    rows = (
        f"| {state.label} | {_names(following, moves)} |" for state, following in moves.items()
    )
    return HEAD.format(
        title=title, source=source, drawing="\n".join(drawing), rows="\n".join(rows)
    )


def _ordered(
    states: "frozenset[State]", moves: "Mapping[State, frozenset[State]]"
) -> "list[State]":
    """Keep the order of the table: a set has none, and the page must not change by itself."""
    return [state for state in moves if state in states]


def _names(states: "frozenset[State]", moves: "Mapping[State, frozenset[State]]") -> str:
    return "; ".join(str(state.label) for state in _ordered(states, moves)) or "nothing: the end"
