"""The sheet: A4 portrait, 18 mm margins, 12 columns with 4 mm gutters. Points, counted from the top left corner."""

POINTS_PER_MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * POINTS_PER_MM, 297 * POINTS_PER_MM
MARGIN = 18 * POINTS_PER_MM
INNER = PAGE_WIDTH - 2 * MARGIN
GUTTER = 4 * POINTS_PER_MM
COLUMN = (INNER - 11 * GUTTER) / 12
CONTENT_TOP, CONTENT_BOTTOM = 66.0, PAGE_HEIGHT - 56
HEADER_BASELINE, HEADER_RULE = 41.0, 50.0
FOOTER_RULE, FOOTER_LINES = PAGE_HEIGHT - 46, (PAGE_HEIGHT - 35, PAGE_HEIGHT - 24)


def column(first: int) -> float:
    """Where grid column ``first`` (1 to 12) begins, from the left margin."""
    return (first - 1) * (COLUMN + GUTTER)


def span(columns: int) -> float:
    """The width of so many columns with the gutters between them."""
    return columns * COLUMN + (columns - 1) * GUTTER
