"""The command line: the same use-cases without a window. Never imports PySide6.

Exit codes: 0 done · 1 done, with problems reported · 2 could not, and nothing was written. Messages go to stderr, one
sentence each; ``--json`` writes one JSON document to stdout. Outputs that exist are replaced only with ``--force``.
"""

from desktop.cli.call import run
from desktop.cli.words import VERBS

__all__ = ["VERBS", "run"]
