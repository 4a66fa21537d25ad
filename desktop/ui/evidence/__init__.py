"""The evaluation on screen: test sets, runs, one run in full, and the import of a run."""
