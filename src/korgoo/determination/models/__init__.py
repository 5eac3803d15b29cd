from korgoo.determination.models.claims import Claim, ClaimPayment
from korgoo.determination.models.notes import NonPunishmentNote, NoteGiving
from korgoo.determination.models.proceedings import BodyMember, Proceeding
from korgoo.determination.models.reasons import ReasonsWrap, SealedReasons

__all__ = [
    "BodyMember",
    "Claim",
    "ClaimPayment",
    "NonPunishmentNote",
    "NoteGiving",
    "Proceeding",
    "ReasonsWrap",
    "SealedReasons",
]
