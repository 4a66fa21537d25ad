"""The assessment of one system: dashboard, questions, lenses and findings."""
