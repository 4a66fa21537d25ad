"""Whether a name is one human being's. Ownership by a committee, vendor or shared duty is no ownership (sprint guide)."""

import re

_GROUP = re.compile(
    r"\b(team|teams|committee|board|department|dept|unit|office|group|division|vendor|council|desk|squad|"
    r"service ?desk|helpdesk|support|everyone|all|tbd|tba|n/?a|unknown|none|abteilung|ausschuss|gremium)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(r"[/&+;@]|\band\b|\bund\b|\bor\b", re.IGNORECASE)
_ACRONYM = re.compile(r"^[A-Z]{2,5}$")


def is_person(name: str) -> bool:
    """True where ``name`` reads as one person's name and not as a group, a mailbox or a shared duty."""
    name = name.strip()
    return bool(name) and not (_GROUP.search(name) or _SHARED.search(name) or _ACRONYM.match(name))
