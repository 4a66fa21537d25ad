"""Countries, regions and currencies that an engagement can choose from.

Names: Unicode CLDR (``resources/places.json``). Regions: what the ``holidays`` library has a calendar for.
"""

import json
from functools import cache

from desktop.resources import resource


@cache
def _places() -> dict[str, dict[str, str]]:
    places: dict[str, dict[str, str]] = json.loads(resource("places.json").read_text(encoding="utf-8"))
    return places


def countries() -> tuple[tuple[str, str], ...]:
    """Code and name of every country with a public-holiday calendar, by name."""
    return tuple(sorted(_places()["countries"].items(), key=lambda entry: entry[1]))


def currencies() -> tuple[tuple[str, str], ...]:
    """Code and name of every currency in use, by code."""
    return tuple(_places()["currencies"].items())


@cache
def regions(country: str | None) -> tuple[tuple[str, str], ...]:
    """Code and name of each region of ``country`` with holidays of its own, by name."""
    if country is None:
        return ()
    from holidays import country_holidays

    try:
        found = country_holidays(country)
    except NotImplementedError:
        return ()
    names = {code: (aliases or [code])[0] for code, aliases in found.get_subdivision_aliases().items()}
    return tuple(sorted(names.items(), key=lambda entry: entry[1]))
