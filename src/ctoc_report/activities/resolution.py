"""A resolution that was adopted, and what it says of the subject of the report."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ctoc_report.activities import Activity, Part
from ctoc_report.values.figures import Whole
from ctoc_report.values.known import unfit
from ctoc_report.values.names import ResolutionOf
from ctoc_report.values.text import Localized, Prose

ADDRESSING = ("requests", "urges", "invites", "encourages", "calls-upon")
"""The verbs by which an organ asks somebody to do something."""

Verb = Literal[
    "requests", "urges", "invites", "encourages", "calls-upon", "recognizes", "acknowledges", "emphasizes", "condemns",
    "reaffirms", "recalls", "welcomes", "takes-note-with-appreciation", "notes-with-concern", "notes-with-deep-concern",
    "expresses-concern", "expresses-grave-concern", "demands", "decides",
]  # fmt: skip
"""The verbs that open operative paragraphs; each template language has one wording for each."""


class Act(Part):
    """What a resolution does in one of its paragraphs: a verb, to whom, and what."""

    verb: Verb = Field(description="what the organ does, by the verb that opens the paragraph")
    whom: Prose | None = Field(
        None,
        description="whom it asks, as it follows the verb (“Member States”)",
        examples=[{"en": "Member States", "fr": "les États Membres"}],
    )
    what: Prose = Field(
        description="what it asks whom to do, as a verb without “to”; otherwise what follows the verb (“that …”, a noun)",
        examples=[{"en": "inspect building sites at sea", "fr": "inspecter les chantiers en mer"}],
    )
    first_time: bool = Field(default=False, description="whether the organ did so for the first time")
    joined: bool = Field(default=False, description="whether it stands in one sentence with the act before it")

    @model_validator(mode="after")
    def _asks_somebody(self) -> Self:
        if self.verb in ADDRESSING and self.whom is None:
            raise unfit("act_whom", "say in “whom” who is meant by “{verb}”", verb=self.verb)
        if self.verb not in ADDRESSING and self.whom is not None:
            raise unfit("act_whom", "“{verb}” asks nobody: put it all in “what”", verb=self.verb)
        return self


class Resolution(Activity):
    """A resolution of an organ: its number, title or subject, session, and its acts in order."""

    resolution: ResolutionOf = Field(description="organ and number")
    also: tuple[ResolutionOf, ...] = Field(
        (), description="further resolutions of the organ that say the same", examples=[["GA 154/43"]]
    )
    introduction: Prose | None = Field(
        None,
        description="a sentence that introduces the organ, before the resolution is told",
        examples=[{"en": "{{ GA | the }} turned to the sea.", "fr": "{{ GA | the }} s'est penchée sur la mer."}],
    )
    title: Localized | None = Field(
        None,
        description="its title, printed in quotation marks",
        examples=[{"en": "Safer ports for all", "fr": "Des ports plus sûrs pour tous"}],
    )
    subject: Prose | None = Field(
        None,
        description="what it is about, to follow “on”, when the title is not quoted",
        examples=[{"en": "safe ports", "fr": "la sûreté des ports"}],
    )
    session: Whole | None = Field(None, description="the session at which it was adopted", examples=[154])
    recurrent: bool = Field(default=False, description="whether it is the latest of a series on its subject")
    advised: bool = Field(
        default=False, description="whether the Office advised its sponsors, at their request; `countries` names some"
    )
    noteworthy: bool = Field(
        default=False, description="whether it is told as a thing to note, on another main subject"
    )
    connection: Literal["again", "in-addition", "subsequently", "same-session"] | None = Field(
        None, description="how it follows what was told before it; “again” when it only repeats that and has no acts"
    )
    acts: tuple[Act, ...] = Field(
        (),
        description="what it says, in the order of its paragraphs",
        examples=[[{"verb": "emphasizes", "what": {"en": "that time was short", "fr": "que le temps pressait"}}]],
    )

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

    @model_validator(mode="after")
    def _of_one_organ(self) -> Self:
        for other in self.also:
            if other.organ != self.resolution.organ:
                raise unfit(
                    "resolution_organ",
                    "{other} and {first} are of different organs: make a record of each",
                    other=str(other),
                    first=str(self.resolution),
                )
        return self

    @model_validator(mode="after")
    def _follows_what_it_says(self) -> Self:
        if self.connection == "again" and self.acts:
            raise unfit(
                "connection_again", "a resolution that follows as “again” repeats the one before and has no acts"
            )
        if self.connection == "same-session" and self.session is None:
            raise unfit("connection_session", "say the session of a resolution that follows as “same-session”")
        return self
