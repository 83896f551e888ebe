"""What can go wrong in a template: it asks for a value that is not there, or that cannot be printed so."""

from __future__ import annotations


class TemplateProblem(Exception):  # noqa: N818  (it becomes a finding)
    """A template cannot print what it is asked to; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedRecord(TemplateProblem):
    """A record that is asked for is there but was refused; what is wrong with it has been said, so this is no finding."""
