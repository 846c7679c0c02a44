"""What would not come in, in words: the first lines with their reasons, and everything that was counted."""

from sponsor_app.services.imports import FileReport
from sponsor_app.ui.imports.words import kind_word, kinds_word
from sponsor_app.ui.widgets.language import how_many, number, tr, understood

SHOWN, COLUMNS = 12, 30


def totals(report: FileReport) -> str:
    """`20 accounts, 480 contacts: 480 new, 20 changed, 0 as they are.`"""
    return tr("{rows}: {new} new, {changed} changed, {same} as they are.").format(
        rows=_how_many_of_each(report),
        new=number(report.created),
        changed=number(report.updated),
        same=number(report.unchanged),
    )


def _how_many_of_each(report: FileReport) -> str:
    """`30 accounts, 80 contacts`."""
    each = report.read.by_kind or {report.read.kind: 0}
    return ", ".join(
        how_many(count, kind.one if kind else "record") for kind, count in each.items()
    )


def came_in(report: FileReport) -> str:
    """What came in, said afterwards."""
    return tr(
        "{file} came in: {new} added, {changed} changed, {same} as they were. {kind}."
    ).format(
        file=report.file,
        new=number(report.created),
        changed=number(report.updated),
        same=number(report.unchanged),
        kind=kinds_word(tuple(report.read.by_kind)) or kind_word(report.read.kind),
    )


def left_out(report: FileReport) -> str:
    """What does not come in, with the first lines and their reasons."""
    lines = [f"{one.at}: {understood(one.reason)}" for one in report.rejected[:SHOWN]]
    if len(report.rejected) > SHOWN:
        lines.append(
            tr("and {count} more lines").format(count=number(len(report.rejected) - SHOWN))
        )
    lines += [
        f"{number(one.count)} {understood(one.what)}: {understood(one.reason)}"
        for one in report.left_out
    ]
    if report.possible_duplicates:
        lines.append(
            tr("{count} may be accounts you have under another address").format(
                count=report.possible_duplicates
            )
        )
    unused = report.read.unmapped
    if unused:
        more = tr(" and {count} more").format(count=len(unused) - COLUMNS)
        names = ", ".join(unused[:COLUMNS]) + (more if len(unused) > COLUMNS else "")
        lines.append(tr("Columns not used: {names}").format(names=names))
    said = [report.read.kind_reason] if report.read.mixed else []
    return "\n".join([*lines, *map(understood, (*said, *report.read.notes))])
