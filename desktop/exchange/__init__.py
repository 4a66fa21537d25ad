"""Other people's files in: inventories of AI systems, read without losing a cell and imported as one edit.

From a file to the workbook: ``source`` reads it into a ``Table``, ``suggest`` proposes a ``Mapping`` that a person
corrects, ``inventory`` previews what it gives, and ``inventory_edit`` puts it into the workbook in one step.
"""
