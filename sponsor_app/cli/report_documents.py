"""The brief as the JSON that others script against; apart, because most verbs do not need it."""

from sponsor_app.cli.documents import Document
from sponsor_app.domain.brief import Brief


def of_brief(brief: Brief) -> Document:
    """The whole of `brief`."""
    return {
        "as_of": brief.as_of,
        "account": brief.account,
        "account_id": brief.account_id,
        "occasion": brief.occasion or None,
        "standing": brief.standing,
        "not_in_step": brief.not_in_step or None,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "left_out": section.left_out,
                "lines": [
                    {
                        "text": line.text,
                        "record": line.record.id,
                        "kind": line.record.kind,
                        "citation": line.citation,
                    }
                    for line in section.lines
                ],
            }
            for section in brief.sections
        ],
    }
