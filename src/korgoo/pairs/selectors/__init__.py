from korgoo.pairs.selectors.found import Pair, Side, list_pairs

__all__ = ["Pair", "Side", "list_pairs"]
