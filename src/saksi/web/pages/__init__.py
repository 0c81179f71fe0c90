"""The pages, each a function from a question to a template with what it shows."""
