"""Results of an evaluation, read from every format."""
