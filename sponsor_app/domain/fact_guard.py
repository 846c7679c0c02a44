"""What is never kept about a person, however kindly it was meant: their health, their religion, their politics.

Words are looked for, whole words of three languages; who means something else may say it in other words. Nothing
that was typed leaves the field: it is refused before it is written anywhere.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.language import later


class Private(StrEnum):
    """What laws of many countries protect most, and what a customer never gave us to keep."""

    HEALTH = "health"
    RELIGION = "religion"
    POLITICS = "politics"


CALLED: Mapping[Private, str] = later(
    {Private.HEALTH: "health", Private.RELIGION: "religion", Private.POLITICS: "politics"}
)

WORDS: Mapping[Private, str] = {
    Private.HEALTH: """
        cancer chemotherapy chemo tumour tumor diabetes diabetic depression depressed burnout burn-out anxiety
        adhd autism autistic bipolar epilepsy hiv pregnant pregnancy miscarriage ivf surgery hospitalised
        hospitalized illness disease diagnosis diagnosed disability alcoholic alcoholism addiction addicted
        rehab therapy psychiatrist psychologist medication antidepressants heart-attack asthma sick-leave
        wheelchair dementia
        krebs chemotherapie depressiv schwanger schwangerschaft fehlgeburt krank krankheit erkrankt operiert
        behindert behinderung alkoholiker entzug therapie krankgeschrieben herzinfarkt schlaganfall reha
        chimiothérapie diabète dépressif dépressive enceinte grossesse malade maladie handicapé handicapée
        alcoolique arrêt-maladie
    """,
    Private.RELIGION: """
        catholic protestant muslim islam islamic jewish judaism hindu buddhist sikh mormon atheist religious
        religion church mosque synagogue ramadan baptised baptized confession
        katholisch evangelisch muslimin jüdisch jüdin religiös kirche moschee konfession gläubig
        catholique protestante musulman musulmane juif juive croyant croyante religieux religieuse église
        mosquée athée
    """,
    Private.POLITICS: """
        democrat republican tory labour-party socialist communist far-right far-left leftist right-wing
        left-wing trade-union unionist
        partei gewerkschaft gewerkschafter sozialdemokrat spd cdu csu afd fdp
        syndicat syndiqué syndiquée syndicaliste extrême-droite extrême-gauche
    """,
}
"""Only words that hardly ever mean anything else: who works at a hospital or votes in a board may be written down."""

SAFER: Mapping[Private, str] = {
    Private.HEALTH: "Write what to do instead: “prefers mornings”, “do not call before May”.",
    Private.RELIGION: "Write what to do instead: “not on Friday afternoons”, “no pork, no wine”.",
    Private.POLITICS: "Write what helps the next talk instead: what they build, read, play, worry about.",
}


def _pattern(text: str) -> re.Pattern[str]:
    words = sorted({fold(word) for word in text.split()}, key=len, reverse=True)
    spaced = (re.escape(word).replace(r"\-", "[- ]?") for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])")


PATTERNS = {kind: _pattern(text) for kind, text in WORDS.items()}


def private_in(text: str) -> tuple[Private, str] | None:
    """What of a text is nobody's business, and the word that says so; None when nothing is found."""
    folded = fold(text)
    for kind, pattern in PATTERNS.items():
        found = pattern.search(folded)
        if found:
            return kind, found[0]
    return None


def refuse_private(text: str) -> None:
    """Refuse, kindly, what reads like somebody's health, religion or politics."""
    found = private_in(text)
    if found is None:
        return
    private, word = found
    kind = CALLED[private]
    msg = (
        f"“{word}” reads like somebody’s {kind}. Sponsor keeps nothing about health, religion or politics:"
        " they told you, not your company, and the law protects it. Nothing was saved."
    )
    raise RefusedError(msg, SAFER[private])
