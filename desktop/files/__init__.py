"""This app's own files on disk: read with suspicion, written so that a crash at any moment leaves a whole file.

Nothing is imported here: ``atomic`` must stay light enough to be started a thousand times by the fault tests.
"""
