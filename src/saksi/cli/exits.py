"""The exit codes of every command, as ``docs/reference-cli.md`` lists them."""

OK = 0
FAILED = 1  # an unexpected error, or checks that failed
USAGE = 2  # wrong arguments
SOME_DOCUMENTS_FAILED = 3  # the others came out
STORE_UNUSABLE = 4  # a store that is missing, locked, full, damaged or of another version
MISSING_PART = 5  # a part that has to be installed apart
INTERRUPTED = 130
