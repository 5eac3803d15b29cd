from korgoo.agencies.models.lists import ListImport
from korgoo.agencies.models.register import Agency, AgencyName, Decision, Permit, RegisterMark
from korgoo.agencies.models.watches import Watch

__all__ = ["Agency", "AgencyName", "Decision", "ListImport", "Permit", "RegisterMark", "Watch"]
