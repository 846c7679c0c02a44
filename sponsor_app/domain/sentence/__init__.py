"""The log line: one sentence about a meeting, read into fields that can be corrected.

A language is one file of words (`english`, `german`, `french`): what things are called, how verbs are formed, the
calendar, and in `marks` the words that single rules look for. A line is read in its likeliest language; what that one
does not know is looked up in another of which the line holds more than a stray word. Only what word order does, such as
the German verb at the end, is told by the code of the language in the rules.
"""

from sponsor_app.domain.sentence.completing import Begun, begun_name, completed
from sponsor_app.domain.sentence.name_forms import candidate_words
from sponsor_app.domain.sentence.parsing import parse
from sponsor_app.domain.sentence.resolving import alternatives, resolve
from sponsor_app.domain.sentence.values import (
    FactDraft,
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
    "FactDraft",
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
