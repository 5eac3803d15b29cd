from korgoo.safe_return.models.packages import Package, PackageAnswer
from korgoo.safe_return.models.partners import Partner, PartnerKey
from korgoo.safe_return.models.places import SealedPlace
from korgoo.safe_return.models.plans import (
    PlanMove,
    ReturnPlan,
    RiskCheck,
    TransitPoint,
    WishTalk,
)

__all__ = [
    "Package",
    "PackageAnswer",
    "Partner",
    "PartnerKey",
    "PlanMove",
    "ReturnPlan",
    "RiskCheck",
    "SealedPlace",
    "TransitPoint",
    "WishTalk",
]
