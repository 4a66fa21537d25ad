"""Workshop mode: one question at a time on a wall, scored unseen by four perspectives, revealed and settled."""
