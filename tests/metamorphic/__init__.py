"""Metamorphic tests: a document is changed in a way whose effect on the record is known, and the record has to follow.

    pytest tests/metamorphic                      a seeded sample (METAMORPHIC_SEED, METAMORPHIC_SAMPLE)
    python -m tests.metamorphic --all             every transformation on every base, as a table
    python -m tests.metamorphic NAME [BASE]       one of them, with the smallest document that shows a failure

`bases` are the documents, `transformations` the changes, `relation` what has to hold, `shrink` makes a failure small.
"""
