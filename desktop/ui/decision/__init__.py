"""The decision: what it rests on, its terms, its seal and the decisions before it."""
