"""The log line: one sentence about a meeting, read into fields that can be corrected."""

from sponsor_app.domain.sentence.completing import Begun, begun_name, completed
from sponsor_app.domain.sentence.name_forms import candidate_words
from sponsor_app.domain.sentence.parsing import parse
from sponsor_app.domain.sentence.resolving import alternatives, resolve
from sponsor_app.domain.sentence.values import (
    KnownName,
    Mention,
    NameKind,
    PromiseDraft,
    Resolution,
    Role,
    Sentence,
    Span,
)

__all__ = [
    "Begun",
    "KnownName",
    "Mention",
    "NameKind",
    "PromiseDraft",
    "Resolution",
    "Role",
    "Sentence",
    "Span",
    "alternatives",
    "begun_name",
    "candidate_words",
    "completed",
    "parse",
    "resolve",
]
