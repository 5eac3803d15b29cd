from korgoo.consultation.models.adoptions import Adoption
from korgoo.consultation.models.consultations import Comment, Consultation
from korgoo.consultation.models.notices import Notice, NoticeFor, NoticeRead

__all__ = ["Adoption", "Comment", "Consultation", "Notice", "NoticeFor", "NoticeRead"]
