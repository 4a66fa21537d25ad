"""Whether a name is one human being's. Ownership by a committee, vendor or shared duty is no ownership (sprint guide)."""

import re
from functools import lru_cache

from desktop.workbook import Workbook

_GROUP = re.compile(
    r"\b(teams?|committee|board|department|dept|unit|office|group|division|vendor|supplier|contractor|council|desk|squad|"
    r"service ?desk|helpdesk|support|business|management|leadership|everyone|everybody|unknown|unassigned|"
    r"abteilung|fachbereich|ausschuss|gremium)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^\W*(tbd|tba|tbc|na|n\. ?n\.|n\.?a|all|none|nobody|vacant|open|to be \w+)\W*$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(head of|manager|director|owner|officer|chief|lead|leader|leiter(in)?|leitung|administrators?)\b", re.IGNORECASE
)
_SHARED = re.compile(r"[/&+;@]|\s(and|AND|und|UND|or|OR|oder|ODER|et|ET)\s")  # "Or" and "And" are also given names
_SHORT_UPPER = re.compile(r"^[A-Z]{2,5}$|\b(IT|HR)\b")
_COMPANY = re.compile(r"\b(GmbH|AG|KG|Ltd|Limited|Inc|LLC|Corp|Corporation|PLC|plc|S\.A)\.?$")


@lru_cache(maxsize=8_192)  # a portfolio of thousands asks for the same few names again and again
def is_person(name: str) -> bool:
    """True where ``name`` reads as one person's name and not as a group, a role, a company or a shared duty."""
    name = name.strip()
    if not any(character.isalpha() for character in name) or _two_full_names(name):
        return False
    return not any(pattern.search(name) for pattern in (_GROUP, _NOBODY, _ROLE, _SHARED, _SHORT_UPPER, _COMPANY))


def written_name(workbook: Workbook, who: str) -> str:
    """The name behind ``who``: a person's id, or a name that was written as text and stands for itself."""
    person = workbook.people.get(who)
    return (person.name if person else who).strip()


def _two_full_names(name: str) -> bool:
    """``Maria Keller, Tomas Novak`` are two people; ``Keller, Maria`` is one."""
    parts = [[word for word in part.split() if word[0].isupper()] for part in name.split(",")]
    return len(parts) > 1 and all(len(words) > 1 for words in parts)
