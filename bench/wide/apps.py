from django.apps import AppConfig

MOST = 10**9


class WideConfig(AppConfig):
    name = "wide"

    def ready(self) -> None:
        from korgoo.helpline import policies

        policies.SENT_PER_HOUR = policies.IN_DANGER_PER_HOUR = MOST
