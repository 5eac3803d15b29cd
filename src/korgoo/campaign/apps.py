from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "korgoo.campaign"
