"""The integration map: the diagram, the list beside it, what is known of each system, and what phase 1 begins with."""
