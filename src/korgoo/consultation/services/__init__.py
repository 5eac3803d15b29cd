from korgoo.consultation.services.adopting import confirm, propose, withdraw
from korgoo.consultation.services.comments import answer_comment, write_comment
from korgoo.consultation.services.notices import mark_read
from korgoo.consultation.services.opening import extend, open_consultation

__all__ = [
    "answer_comment",
    "confirm",
    "extend",
    "mark_read",
    "open_consultation",
    "propose",
    "withdraw",
    "write_comment",
]
