"""An Inspect AI log in one JSON document, and what both of Inspect's formats say in their head."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.exchange.evaluation.batch import Batch, Example, Notice, ResultsRefusedError, day_of, text_of
from desktop.exchange.evaluation.inspect_sample import (
    SampleReader,
    Scorer,
    comparable,
    epochs_joined,
    scorer_of,
    scorers_of,
)
from desktop.workbook.kept_texts import Keep


def is_inspect_log(found: Any) -> bool:
    """Whether a JSON document has the head of an Inspect AI log."""
    return isinstance(found, dict) and isinstance(found.get("eval"), dict) and "task" in found["eval"]


def log_batch(log: dict[str, Any], keep: Keep) -> Batch:
    """The samples of a log; raises ResultsRefusedError where it holds none or none that is scored."""
    samples = log.get("samples")
    if not isinstance(samples, list) or not samples:
        raise ResultsRefusedError("inspect-no-samples")
    if not all(isinstance(sample, dict) for sample in samples):
        raise ResultsRefusedError("inspect-damaged")
    scorer = scorer_of(log, samples)
    compare = not scorer and comparable(log)
    if not scorer and not compare:
        raise ResultsRefusedError("inspect-no-scores", n=len(samples))
    reader = SampleReader(scorer, keep, compare=compare)
    examples = (reader.example(sample, row) for row, sample in enumerate(samples, start=1))
    return headed("inspect", log, examples, scorer)


def headed(kind: str, header: Mapping[str, Any], examples: Iterator[Example], scorer: Scorer | None) -> Batch:
    """A batch with what the head of a log says: model, day, the run's own id, and whether it came to its end."""
    about = header["eval"]
    run = text_of(about.get("eval_id") or about.get("run_id"))
    notices = tuple(_notices(header, scorer))
    return Batch(
        kind, epochs_joined(examples), text_of(about.get("model"))[:200], day_of(about.get("created")), run, notices
    )


def _notices(header: Mapping[str, Any], scorer: Scorer | None) -> Iterator[Notice]:
    status = text_of(header.get("status")) or "started"
    if status != "success":
        yield Notice("inspect-status", values=(("status", status[:40]),))
    if not scorer:
        yield Notice("inspect-compared")
    named = scorers_of(header)
    if scorer and len(named) > 1:
        yield Notice("inspect-scorers", values=(("n", str(len(named))), ("scorer", scorer.name[:60])))
