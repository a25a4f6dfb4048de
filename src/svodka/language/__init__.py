"""The language layer: tokens, tags, heads and lemmas, from razdel, slovnet's weights and pymorphy3."""
