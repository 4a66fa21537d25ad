"""How a system is governed: tier and reasoning, controls and their state, plans, build or buy."""
