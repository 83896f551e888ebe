"""Modules, courses and manuals made for training."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctoc_report.activities import Activity
from ctoc_report.values.figures import Count
from ctoc_report.values.names import EntityKey
from ctoc_report.values.text import Prose


class TrainingMaterial(Activity):
    """Training material that the Office, or a network or programme, launched or developed."""

    kind: Literal["module", "online-course", "curriculum", "manual"] = Field(
        "module", description="what kind of material it is"
    )
    quantity: Count = Field(description="how many there are", examples=[2])
    step: Literal["launched", "developed", "updated"] = Field("launched", description="what was done")
    launched_by: EntityKey | None = Field(
        None, description="who did it, if not the Office; told by its short word", examples=["Ports_Network"]
    )
    subject: Prose | None = Field(
        None,
        description="what they are about, to follow “on”",
        examples=[{"en": "digital evidence", "fr": "la preuve numérique"}],
    )
    rationale: Prose | None = Field(
        None,
        description="what they answer to, at the head of the sentence, without comma",
        examples=[
            {"en": "to meet the wish of instructors", "fr": "pour répondre au souhait des formatrices et formateurs"}
        ],
    )
    aim: Prose | None = Field(
        None,
        description="what they are for, to follow “to” (French “à”)",
        examples=[{"en": "help instructors", "fr": "aider les formatrices et formateurs"}],
    )
