"""The Excel tracker of the sprint, written with openpyxl from the report model."""
