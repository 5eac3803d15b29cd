from django.apps import AppConfig


class SafeReturnConfig(AppConfig):
    name = "korgoo.safe_return"

    def ready(self) -> None:
        from korgoo.casework import erasers, panels
        from korgoo.casework.signals import consent_ended
        from korgoo.safe_return import api, receivers
        from korgoo.safe_return.presentation import of_case

        consent_ended.connect(receivers.consent_ended, dispatch_uid="safe_return.consent_ended")
        erasers.register("safe_return", erasers.RECORDS, api.destroy_sealed)
        panels.register("safe_return/_of_case.html", of_case)
