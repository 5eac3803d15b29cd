from korgoo.campaign.models.campaigns import Campaign, CampaignStep
from korgoo.campaign.models.codes import AgencyCheckCount, AnswerCount, CampaignCode
from korgoo.campaign.models.plan import Audience, BudgetLine, Objective, Partner
from korgoo.campaign.models.readiness import Readiness, RiskAnswer
from korgoo.campaign.models.recall import Recall, RecallMessage

__all__ = [
    "AgencyCheckCount",
    "AnswerCount",
    "Audience",
    "BudgetLine",
    "Campaign",
    "CampaignCode",
    "CampaignStep",
    "Objective",
    "Partner",
    "Readiness",
    "Recall",
    "RecallMessage",
    "RiskAnswer",
]
