"""Cases as the functions of this package find and describe them."""

from uuid import UUID

from korgoo.access.enums import Relation
from korgoo.casework.cards import CaseCard, CaseLine
from korgoo.casework.models import Case


def case_of(case_id: UUID) -> Case:
    return Case.objects.get(pk=case_id)


def card_of(case: Case, relation: Relation) -> CaseCard:
    return CaseCard(
        case.pk,
        case.code,
        case.owner_id,
        relation,
        case.language,
        case.protection,
        case.sex,
        case.age_band,
        case.is_child,
        case.danger,
        case.is_demo,
        case.region,
        case.worker_id,
        case.touched_at,
        case.closed_at,
        case.restricted_at,
    )


def line_of(row: Case) -> CaseLine:
    return CaseLine(
        row.pk,
        row.code,
        row.owner.name,
        row.opened_at,
        row.protection,
        row.protection_words,
    )
