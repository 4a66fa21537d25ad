"""What the entries mean: checks, intervals, the value case, the portfolio. Pure: workbook and method in, findings out."""
