from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "korgoo.casework"

    def ready(self) -> None:
        from korgoo.casework.decision_panel import decision
        from korgoo.identification import api as identification

        identification.panels.register("casework/_decision.html", decision)
