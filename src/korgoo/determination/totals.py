"""Sums of claims, one for each currency: amounts of different currencies are never added."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.determination.models import Claim


@dataclass(frozen=True, slots=True)
class Total:
    """What was claimed, awarded and received in one currency; ``open`` is awarded and not received."""

    currency: str
    claimed: Decimal
    awarded: Decimal
    received: Decimal
    open: Decimal


def received(claim: "Claim") -> Decimal:
    """Add up what the person received on one claim."""
    return sum((payment.amount for payment in claim.payments.all()), Decimal(0))


def of(claims: "Iterable[Claim]") -> list[Total]:
    """Add up claims by currency, in the order of the alphabet."""
    by_currency: dict[str, list[Claim]] = {}
    for claim in claims:
        by_currency.setdefault(claim.currency, []).append(claim)
    return [_total(currency, by_currency[currency]) for currency in sorted(by_currency)]


def _total(currency: str, claims: "list[Claim]") -> Total:
    awarded = sum((claim.awarded or Decimal(0) for claim in claims), Decimal(0))
    got = sum((received(claim) for claim in claims), Decimal(0))
    # Money beyond an award of one claim does not pay for another.
    still = sum(
        (max((claim.awarded or Decimal(0)) - received(claim), Decimal(0)) for claim in claims),
        Decimal(0),
    )
    return Total(currency, sum((c.claimed for c in claims), Decimal(0)), awarded, got, still)
