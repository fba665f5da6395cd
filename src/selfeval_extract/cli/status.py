"""Exit statuses."""

DONE, SOME_FAILED, WRONG_USAGE, FINDINGS, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143
"""All inputs read; at least one not, or the output not written; the call's fault; with --strict, a check of severity
error fails; Ctrl-C; SIGTERM."""
