from korgoo.campaign.services.campaigns import change, make, move
from korgoo.campaign.services.codes import make_code
from korgoo.campaign.services.counting import count_answers, count_check
from korgoo.campaign.services.facts import CampaignFacts, ReadyFacts, RecallFacts
from korgoo.campaign.services.plan import remove_part, write_part, write_result, write_spent
from korgoo.campaign.services.readiness import answer_risk, say_ready
from korgoo.campaign.services.recall import record_recall

__all__ = [
    "CampaignFacts",
    "ReadyFacts",
    "RecallFacts",
    "answer_risk",
    "change",
    "count_answers",
    "count_check",
    "make",
    "make_code",
    "move",
    "record_recall",
    "remove_part",
    "say_ready",
    "write_part",
    "write_result",
    "write_spent",
]
