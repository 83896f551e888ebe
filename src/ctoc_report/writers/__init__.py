"""The formats that a report can be written in: one module to a format, found by discovery.

A writer has `SUFFIX`, the ending of its files, and `write(document, asset) -> bytes`. It knows the tree and nothing else.
"""
