"""The command line: reads arguments, calls the engine, prints; holds no knowledge of its own."""
