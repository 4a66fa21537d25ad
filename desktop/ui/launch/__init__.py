"""Weeks 9 to 12 on screen: the RACI matrix and the pictures of workflow, hand-off, review queue and rollout."""
