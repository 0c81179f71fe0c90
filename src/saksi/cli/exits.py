"""The exit codes of every command, as ``docs/reference-cli.md`` lists them."""

OK = 0
FAILED = 1  # an unexpected error, or checks that failed
USAGE = 2  # wrong arguments
SOME_DOCUMENTS_FAILED = 3  # the others came out
INTERRUPTED = 130
