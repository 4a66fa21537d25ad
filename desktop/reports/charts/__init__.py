"""Charts as reportlab drawings: one definition for the PDF and, through a painter, for the screen."""
