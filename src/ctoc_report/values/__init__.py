"""The kinds of value that records are made of, each with rules of its own and messages that an officer understands."""
