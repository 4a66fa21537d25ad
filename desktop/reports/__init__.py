"""What leaves the app: one report model, read alike by the Excel tracker, the PDF board summary and the screen."""
