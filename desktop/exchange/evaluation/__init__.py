"""Results of an evaluation in: tables, JSON Lines, Inspect AI logs and promptfoo results, one example at a time.

``opening`` tells what a file is and gives its ``Batch`` of examples; ``derive`` turns them into the figures of a run and
forgets the examples. Texts of examples are looked at only to tell whether two are the same; ``texts`` keeps some of them
where a person asked for it.
"""
