"""Every sentence the app says, from one catalogue: ``resources/text/en/*.json``, flat keys to templates.

A key starts with the name of its file (``start.title`` stands in ``start.json``), so a text is found without searching.
"""

import json
from functools import cache

from desktop.resources import resource

LANGUAGE = "en"


class MissingTextError(KeyError):
    """A text was asked for that no catalogue file holds, or one of its values was not given."""


@cache
def area(name: str) -> dict[str, str]:
    """All texts of one catalogue file, by key."""
    texts: dict[str, str] = json.loads(resource("text", LANGUAGE, f"{name}.json").read_text(encoding="utf-8"))
    return texts


def say(key: str, **values: object) -> str:
    """The sentence for ``key`` with ``values`` put in; raises ``MissingTextError`` for an unknown key or missing value."""
    name = key.partition(".")[0]
    try:
        template = area(name)[key]
        return template.format_map(values) if values else template
    except (KeyError, FileNotFoundError) as missing:
        raise MissingTextError(key) from missing


def count(key: str, n: int, **values: object) -> str:
    """The sentence for a number of things: ``key.one`` where n is 1, else ``key.many``; ``{n}`` holds the number."""
    return say(f"{key}.one" if n == 1 else f"{key}.many", n=f"{n:,}", **values)
