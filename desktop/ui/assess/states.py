"""Which state token stands for how far an answer is reviewed."""

from desktop.reports.palette import StateToken
from desktop.workbook.rating import Review

REVIEW_STATES: dict[Review, StateToken] = {
    Review.ACCEPTED: "done",
    Review.CHALLENGED: "risk",
    Review.SUBMITTED: "progress",
    Review.DRAFT: "open",
}
