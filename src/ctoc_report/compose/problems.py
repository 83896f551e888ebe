"""What can go wrong in a template: it asks for a value that is not there, or that cannot be printed so."""

from __future__ import annotations


class TemplateProblem(Exception):  # noqa: N818  (it becomes a finding)
    """A template cannot print what it is asked to; `hint` says what to do, `code` which finding it becomes.

    `path` and `line` are set when the template was refused before it ran; otherwise the traceback knows them.
    """

    code = "TPL001"

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = ""
        self.line = line


class RefusedRecord(TemplateProblem):
    """A record that is asked for is there but was refused; what is wrong with it has been said, so this is no finding."""
