"""The twelve-week plan on screen: table and Gantt chart in one scroll, capacity under it, and the way to generate it."""
