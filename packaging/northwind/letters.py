"""What the examples of the test sets say, made up: no person, no policy, no place; the same example says the same each day.

They stand in the sample so that its newest runs have wrong answers to read, as after an import that keeps them. The kind
of case tells the story, and its last sentence decides where it belongs.
"""

from collections.abc import Mapping
from random import Random

from desktop.exchange.evaluation.texts import Said, name_of, passage

_OPENINGS = (
    "To the claims department.",
    "Good morning,",
    "Reported by telephone, taken down by the service desk.",
    "From the customer portal:",
    "Forwarded by the broker.",
)
_TOLD: Mapping[str, tuple[str, ...]] = {
    "Motor, damage": (
        "While I was parked at the supermarket somebody scraped along both doors on the left. There was no note.",
        "A stone from a lorry broke the windscreen on the motorway. The camera behind it reports a fault.",
        "At the roundabout the car behind did not stop. The other driver says that I rolled back.",
    ),
    "Motor, injury": (
        "We were pushed off the road at about fifty. The police took everybody's statement.",
        "A cyclist ran into the open door. His bicycle lies in my garage.",
    ),
    "Property, water": (
        "The washing machine's hose came off while we were out. Water came through the ceiling below.",
        "Since the storm the wall is damp. The roofer says that it is the pipe, the plumber that it is the roof.",
    ),
    "Property, theft": (
        "The cellar door was forced and two bicycles are gone. I have a receipt for one of them.",
        "Tools were taken from the locked van overnight. The van is insured with another company.",
    ),
    "With objection": (
        "I object to your letter. Your doctor saw me for four minutes, and my own says the opposite.",
        "You paid half. The other driver has since admitted everything, and I ask you to decide anew.",
    ),
    "With a lawyer": (
        "We act for the injured party and enclose the medical file and our power of attorney.",
        "Our client disputes any fault of his own. The tachograph's record is enclosed; our term is two weeks.",
    ),
    "Property": (
        "Furniture factory, 3,400 square metres, sprinklers in two of three halls, solar panels on the roof.",
    ),
    "Liability": ("Maker of ladders with 40 employees, exports a third to the United States, wants EUR 10 million.",),
    "Fleet": ("Fleet of 38 vans and 6 lorries, drivers by the hour, telematics in half of them.",),
    "Cyber": ("Regional hospital, 900 beds, backups on site only, remote access with one factor.",),
}
_DECIDES: Mapping[str, str] = {
    "Motor damage": "The workshop needs your consent before it orders the parts.",
    "Injury": "My neck has hurt since, and I have been written off sick for two weeks.",
    "Property": "The fence and the garden wall are down as well.",
    "Fraud desk": "I sent the same pictures to my former insurer in spring.",
    "Large loss": "The expert puts it at about EUR 180,000 in all.",
    "Quote": "All questions of the form are answered, and there was no loss in five years.",
    "Ask": "The question about earlier losses is left blank.",
    "Decline": "The two insurers before cancelled after losses.",
    "Refer": "The sum insured is above what a branch may sign.",
}
_REASON = "Goes by the first sentence; the last one decides."


def said_of(name: str, kind: str, label: str, labels: tuple[str, ...], *, right: bool) -> Said:
    """The texts of one example; a wrong answer is one of the other labels, with what the grader said of it."""
    own = Random(name)  # noqa: S311  # made-up data, no secret
    text = f"{own.choice(_OPENINGS)}\n\n{own.choice(_TOLD[kind])} {_DECIDES[label]}"
    given = label if right else own.choice([other for other in labels if other != label])
    return Said(name_of(name), passage(text), passage(label), passage(given), None if right else passage(_REASON))
