"""Damaged files: whatever bytes come, there is one record of a known status, soon, and a named error where it failed.

    pytest tests/reliability                                     2,000 mutants of one seed, and every find there was
    python -m tests.reliability.mutants --count 50000 --seed 2   many more; finds are printed, the smallest of each saved
    python -m tests.reliability.mutants --only 2:4711            one of them again, with its traceback

`bases` are the good files, `edits/` the damage by format, `mutants` numbers and tries them, `law` is what has to hold.
"""
