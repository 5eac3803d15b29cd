from korgoo.mypage.card.paper import render

__all__ = ["render"]
