from korgoo.commitments.models.commitments import Commitment
from korgoo.commitments.models.history import Evidence, Step

__all__ = ["Commitment", "Evidence", "Step"]
