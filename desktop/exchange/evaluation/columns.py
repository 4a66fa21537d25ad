"""Which column of a table of results holds what, by its heading, unless a person says."""

import re
from collections.abc import Mapping, Sequence

from desktop.exchange.evaluation.batch import ResultsRefusedError

# What a column can hold, with the headings that say so, folded: small letters and digits only, best first.
HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("exampleid", "sampleid", "caseid", "testid", "itemid", "recordid", "id", "example", "sample", "case", "key"),
    "input": ("input", "question", "prompt", "query", "text", "request", "document", "vars"),
    "expected": (
        "expected", "expectedoutput", "expectedanswer", "expectedlabel", "target", "groundtruth", "goldlabel", "gold",
        "reference", "truth", "ytrue", "label", "actuallabel", "correctanswer", "correctlabel", "ideal", "soll", "ytest",
    ),
    "predicted": (
        "predicted", "prediction", "predictedlabel", "output", "modeloutput", "answer", "response", "modelanswer",
        "ypred", "pred", "result", "completion", "actualoutput", "actual", "ist",
    ),
    "correct": (
        "correct", "iscorrect", "right", "pass", "passed", "success", "passfail", "match", "matched", "verdict",
        "richtig", "ok",
    ),
    "score": ("score", "grade", "rating", "points"),
    "slice": ("slice", "segment", "category", "group", "kind", "stratum", "subset", "type", "casetype", "topic"),
    "confidence": (
        "confidence", "probability", "prob", "predictedprobability", "certainty", "conf", "confidencescore", "proba",
    ),
    "latency": ("latencyms", "latency", "durationms", "responsetimems", "elapsedms", "timems"),
    "seconds": ("latencys", "latencyseconds", "durations", "durationseconds", "seconds", "elapseds", "totaltime"),
    "cost": ("cost", "costusd", "costeur", "price", "totalcost"),
    "second_label": (
        "secondlabel", "label2", "expected2", "labeller2", "labeler2", "annotator2", "reviewerlabel", "labelb",
        "annotatorb", "secondexpected",
    ),
    "reason": ("reason", "explanation", "rationale", "justification", "graderreason", "gradercomment", "begruendung"),
    "date": ("date", "rundate", "runat", "timestamp", "scoredon", "evaluatedon", "day"),
    "version": ("version", "modelversion", "model", "promptversion", "system", "provider"),
}  # fmt: skip
_OTHER = re.compile(r"[\W_]+")


def fold(heading: str) -> str:
    """A heading without case, spaces and signs."""
    return _OTHER.sub("", heading.casefold())


def find_columns(headings: Sequence[str], said: Mapping[str, str] | None = None) -> dict[str, int]:
    """The position of the column for each kind of content that ``headings`` has.

    ``said`` names headings of the person's choice, an empty one for "none of them". Raises ResultsRefusedError where such a
    heading does not stand there, or where nothing tells right from wrong.
    """
    found = suggest_columns(headings, said)
    _check(found, headings)
    return found


def suggest_columns(headings: Sequence[str], said: Mapping[str, str] | None = None) -> dict[str, int]:
    """The same without asking whether it is enough; raises only for what ``said`` names."""
    folded = [fold(heading) for heading in headings]
    found: dict[str, int] = {}
    for role, heading in (said or {}).items():
        if heading:
            found[role] = _position(headings, role, heading)
    for role, names in HEADINGS.items():
        if role not in (said or {}):
            at = next((folded.index(name) for name in names if name in folded), None)
            if at is not None and at not in found.values():
                found[role] = at
    if "expected" not in {*found, *(said or {})} and "actual" in folded:
        at = folded.index("actual")  # beside "predicted" it is what was true; beside "expected" what was answered
        if at not in found.values():
            found["expected"] = at
    return found


def _position(headings: Sequence[str], role: str, heading: str) -> int:
    if role not in HEADINGS:
        raise ResultsRefusedError("mapping-role", role=_short(role))
    if heading not in headings:
        raise ResultsRefusedError("mapping-column", column=_short(heading))
    return headings.index(heading)


def _check(found: Mapping[str, int], headings: Sequence[str]) -> None:
    if "correct" in found or "score" in found or {"expected", "predicted"} <= found.keys():
        return
    if "expected" in found or "predicted" in found:
        missing = "predicted" if "expected" in found else "expected"
        raise ResultsRefusedError(f"no-{missing}", columns=_listed(headings))
    raise ResultsRefusedError("no-outcome", columns=_listed(headings))


def _listed(headings: Sequence[str]) -> str:
    shown = [_short(heading) for heading in headings if heading.strip()][:8]
    return ", ".join(shown) + (" …" if len(headings) > len(shown) else "")


def _short(text: str) -> str:
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
