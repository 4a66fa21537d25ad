"""The pages. No page knows another: each shows a view and emits edits."""
