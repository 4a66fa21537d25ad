"""Editors by kind, all behind ``FieldEditor``: they keep what was typed, say what is wrong and send the value on commit."""
