"""The owners that an inventory names: known people found again, new ones collected once."""

import hashlib
from collections.abc import Mapping

from desktop.exchange.vocabulary import likeness
from desktop.workbook.engagement import Person
from desktop.workbook.ids import next_id


class Roster:
    """People by name. Two spellings that differ only in case, accents or dots are one person."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._ids = {likeness(person.name): person.id for person in people.values()}
        self._known = set(people)
        self._added: dict[str, Person] = {}

    def id_of(self, name: str) -> str:
        """The id of the person called ``name``, who is added if nobody is."""
        key = likeness(name)
        if key not in self._ids:
            tag = hashlib.sha256(key.encode()).hexdigest()[:4]
            person = Person(id=next_id(self._known | set(self._added), tag), name=name)
            self._ids[key] = person.id
            self._added[person.id] = person
        return self._ids[key]

    def added(self) -> tuple[Person, ...]:
        """Everyone who was not known before."""
        return tuple(self._added.values())
