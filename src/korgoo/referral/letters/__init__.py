from korgoo.referral.letters.content import Letter
from korgoo.referral.letters.paper import render

__all__ = ["Letter", "render"]
