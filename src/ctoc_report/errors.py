"""Reasons to stop; imports nothing of ours, so that everything may import it."""

from __future__ import annotations


class CtocError(Exception):
    """The work cannot go on.

    `message` says what is wrong and where; `hint` says what to do about it.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
