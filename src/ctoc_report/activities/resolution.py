"""A resolution that was adopted, and what it says of the subject of the report."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.figures import Whole
from ctoc_report.values.known import unfit
from ctoc_report.values.names import ResolutionOf
from ctoc_report.values.text import Localized, Prose

Verb = Literal[
    "requests", "urges", "invites", "encourages", "calls-upon", "recognizes", "acknowledges", "emphasizes", "condemns",
    "reaffirms", "notes-with-concern", "expresses-grave-concern", "takes-note-with-appreciation", "demands", "recalls",
]  # fmt: skip
"""The verbs that open operative paragraphs; each template language has one wording for each."""


class Act(Part):
    """What a resolution does in one of its paragraphs: a verb, to whom, and what."""

    verb: Verb
    whom: Prose | None = Field(None, description="whom it addresses, in the form that follows the verb")
    what: Prose = Field(description="what it says, in the form that follows the verb (“to …”, “that …”, a noun)")
    first_time: bool = Field(default=False, description="whether the organ did so for the first time")


class Resolution(Activity):
    """A resolution of an organ: its number, title or subject, session, and its acts in order."""

    resolution: ResolutionOf = Field(description="organ and number")
    also: tuple[ResolutionOf, ...] = Field((), description="further resolutions of the organ that say the same")
    title: Localized | None = Field(None, description="its title, printed in quotation marks")
    subject: Prose | None = Field(None, description="what it is about, to follow “on”, when the title is not quoted")
    session: Whole | None = Field(None, description="the session at which it was adopted")
    recurrent: bool = Field(default=False, description="whether it is the latest of a series on its subject")
    advised: bool = Field(default=False, description="whether the Office advised its sponsors, at their request")
    noteworthy: bool = Field(
        default=False, description="whether it is told as a thing to note, on another main subject"
    )
    acts: tuple[Act, ...] = ()

    @model_validator(mode="after")
    def _adopted_at_the_session_of_its_number(self) -> Self:
        number = self.resolution.number
        session = number.partition("/")[0]
        if self.session is not None and "/" in number and session.isdigit() and int(session) != self.session:
            raise unfit(
                "resolution_session",
                "resolution {number} cannot be of session {session}",
                number=number,
                session=self.session,
            )
        return self
