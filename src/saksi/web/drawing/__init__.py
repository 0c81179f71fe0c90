"""Pictures as lists of marks, drawn once for pages, reports and the shell."""
