from django.apps import AppConfig


class ClosingConfig(AppConfig):
    name = "korgoo.closing"

    def ready(self) -> None:
        from korgoo.casework import obstacles, panels
        from korgoo.closing.left_open import clocks, referrals
        from korgoo.closing.presentation import of_case

        obstacles.register("referral", referrals)
        obstacles.register("clocks", clocks)
        panels.register("closing/_of_case.html", of_case)
