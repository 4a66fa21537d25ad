"""Starts the app, or the tests, on a machine that has nothing but Python 3.11 or newer.

    python3 packaging/start.py app [FILE]           open the sample, or FILE
    python3 packaging/start.py test [PYTEST …]      set up and pass the tests, or only those named

Works from any folder, as root or not, and needs only the standard library: what else is missing it installs into
`.venv` in the checkout, from the hash-pinned lists beside this file. This file itself must load in any Python 3.
"""

import os.path
import sys

if sys.version_info < (3, 11):  # noqa: UP036  # the very thing it is here for
    # Said here and not in the catalogue: what reads the catalogue does not load in an older Python.
    sys.exit("Readiness Workbook needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120

if __name__ == "__main__":
    from commands import main

    sys.exit(main(sys.argv[1:]))
