"""The portfolio page: every AI system of the engagement, sortable and filterable, headed by what they say together."""

from desktop.ui.portfolio.page import PortfolioPage

__all__ = ["PortfolioPage"]
