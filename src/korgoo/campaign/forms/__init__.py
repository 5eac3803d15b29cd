from korgoo.campaign.forms.campaigns import CampaignForm, MoveForm
from korgoo.campaign.forms.parts import PartForm, ResultForm, SpentForm, form_of
from korgoo.campaign.forms.public import FindForm, QuestionsForm
from korgoo.campaign.forms.readiness import (
    CodeForm,
    PledgeForm,
    ReadyForm,
    RecallForm,
    RiskForm,
)

__all__ = [
    "CampaignForm",
    "CodeForm",
    "FindForm",
    "MoveForm",
    "PartForm",
    "PledgeForm",
    "QuestionsForm",
    "ReadyForm",
    "RecallForm",
    "ResultForm",
    "RiskForm",
    "SpentForm",
    "form_of",
]
