from django.apps import AppConfig


class SafeReturnConfig(AppConfig):
    name = "korgoo.safe_return"
