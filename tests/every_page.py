"""Every page that a window can show, read from the rail itself so that a new page is drawn and tested without a list."""

from datetime import date

from desktop.method import load_method
from desktop.session.rail import rail
from tests.northwind import sample

BEYOND_THE_RAIL = ("add-system", "import")


def _places() -> tuple[str, ...]:
    sections = rail(sample(), load_method(), next(iter(sample().systems)), date(2026, 11, 21))
    return tuple(entry.page for section in sections for entry in section.entries)


PAGES = (*_places(), *BEYOND_THE_RAIL)
