"""The command line: arguments, streams, progress and exit statuses. What is done with a document is decided elsewhere.

Standard output is data, in UTF-8 whatever the console's code page; standard error is for people. Everything that knows
the record is imported when there is something to read, so that `--help` answers at once.
"""

from selfeval_extract.cli.command import app

__all__ = ["app"]
