"""The pages that are made by hand and are about one system: going there asks which system where none is chosen.

Pages that the method declares say so themselves, by their scope.
"""

from desktop.session.assess import ASSESS_PAGES
from desktop.session.checkin import CHECKIN
from desktop.session.decision import DECISION
from desktop.session.evidence import EVALUATION
from desktop.session.integration import INTEGRATION
from desktop.session.plan_page import PLAN
from desktop.session.value import VALUE
from desktop.session.workshop import WORKSHOP

OF_SYSTEM = frozenset(
    {
        *ASSESS_PAGES,
        CHECKIN,
        DECISION,
        EVALUATION,
        INTEGRATION,
        PLAN,
        VALUE,
        WORKSHOP,
    }
)
