"""What the cells of a column look like: how well they fit a kind of fact, without reading the header."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from desktop.exchange.dates import looks_like_date
from desktop.exchange.normalise import not_applicable, person_name, read_choice, says_nothing
from desktop.exchange.vocabulary import fold, topics

SAMPLED = 200  # different cells are enough to tell what a column holds


@dataclass(frozen=True)
class Sample:
    """Different cells of a column with how often each stands there; cells that say nothing are left out."""

    texts: Mapping[str, int]
    different: int
    filled: int


@dataclass(frozen=True)
class Looks:
    """How well cells fit (0 to 1), the least fit below which a good header is doubted, and the fit that needs no header."""

    fit: Callable[[Sample], float]
    needed: float = 0.0
    alone: float = 2.0  # more than any fit: the header must agree


def sample_of(cells: Iterable[str]) -> Sample:
    """The sample of one column."""
    counts: dict[str, int] = {}
    for cell in cells:
        counts[cell] = counts.get(cell, 0) + 1
    telling = {text: n for text, n in counts.items() if text.strip()}
    chosen = {text: n for text, n in list(telling.items())[:SAMPLED] if len(text) > 60 or not says_nothing(text)}
    return Sample(chosen, len(telling), sum(telling.values()))


def _share(sample: Sample, fits: Callable[[str], bool]) -> float:
    """Share of the sampled cells that fit, counting each as often as it stands in the column."""
    return sum(n for text, n in sample.texts.items() if fits(text)) / sum(sample.texts.values())


def _choice(kind: str) -> Callable[[Sample], float]:
    def fit(sample: Sample) -> float:
        few = 1.0 if sample.different <= 40 else 0.3
        short = median(len(text) for text in sample.texts) <= 60
        return few * _share(sample, lambda text: read_choice(kind, text) is not None) * (1.0 if short else 0.3)

    return fit


def _stage(sample: Sample) -> float:
    """Several different stages: a column of nothing but "None" or "Test" is something else."""
    named = {read_choice("stage", text) for text in sample.texts} - {None}
    return _choice("stage")(sample) * (1.0 if len(named) >= 2 else 0.5)


def _impact(sample: Sample) -> float:
    named = {read_choice("impact", text) for text in sample.texts} - {None}
    return _choice("impact")(sample) * (1.0 if len(named) >= 2 and named & {"rights", "safety"} else 0.3)


def _dates(sample: Sample) -> float:
    return _share(sample, looks_like_date)


def _name(sample: Sample) -> float:
    """Short, mostly different, and words rather than numbers, dates or links."""
    lengths = [len(text) for text in sample.texts]
    different = sample.different / sample.filled
    fitting = 1.0 if 4 <= median(lengths) <= 90 else 0.3
    wordy = _share(sample, lambda text: any(map(str.isalpha, text)) and "://" not in text and not looks_like_date(text))
    return max(0.0, min(1.0, (different - 0.3) / 0.5)) * fitting * wordy


def _group(sample: Sample) -> float:
    """Few different short words for many rows."""
    return (1.0 if median(len(text) for text in sample.texts) <= 80 else 0.2) * (
        1 - sample.different / sample.filled / 2
    )


def _prose(sample: Sample) -> float:
    return min(1.0, median(len(text) for text in sample.texts) / 60)


def _short(sample: Sample) -> float:
    return 1.0 if median(len(text) for text in sample.texts) <= 80 else 0.3


def _person(sample: Sample) -> float:
    return _share(sample, lambda text: bool(person_name(text)) or "@" in text)


def _evidence(topic: str) -> Looks:
    """Cells that one of the topic's rules understands. Bare yes and no fit every topic and tell nothing alone."""

    def fit(sample: Sample) -> float:
        def answers(text: str) -> bool:
            folded = fold(text)
            return not_applicable(text) or any(rule.fits(folded) for rule in topics()[topic].rules)

        understood = _share(sample, answers)
        telling = _share(
            sample, lambda text: len(fold(text).split()) > 3 and answers(text) and not not_applicable(text)
        )
        return understood * (0.6 + 0.4 * telling)

    return Looks(fit)


LOOKS: Mapping[str, Looks] = {
    "name": Looks(_name, alone=0.75),  # names may repeat: one product stands in every department
    "group": Looks(_group),
    "prose": Looks(_prose),
    "short": Looks(_short),
    "stage": Looks(_stage, needed=0.3, alone=0.75),
    "impact": Looks(_impact, needed=0.3, alone=0.75),
    "date": Looks(_dates, needed=0.3),
    "person": Looks(_person, needed=0.2, alone=0.95),
    **{topic: _evidence(topic) for topic in topics()},
}
"""How each kind of fact looks; a target of its own name goes before its kind."""
