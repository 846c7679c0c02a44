"""What would not come in, in words: the first lines with their reasons, and everything that was counted."""

from sponsor_app.services.imports import FileReport
from sponsor_app.ui.imports.words import kind_word
from sponsor_app.ui.widgets.language import how_many, number, tr, understood

SHOWN, COLUMNS = 12, 30


def totals(report: FileReport) -> str:
    """`500 contacts: 480 new, 20 changed, 0 as they are.`"""
    kind = report.read.kind.one if report.read.kind else "record"
    return tr("{rows}: {new} new, {changed} changed, {same} as they are.").format(
        rows=how_many(report.read.records, kind),
        new=number(report.created),
        changed=number(report.updated),
        same=number(report.unchanged),
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
        kind=kind_word(report.read.kind),
    )


def left_out(report: FileReport) -> str:
    """What does not come in, with the first lines and their reasons."""
    lines = [f"{one.at}: {understood(one.reason)}" for one in report.rejected[:SHOWN]]
    if len(report.rejected) > SHOWN:
        lines.append(tr("and {count} more lines").format(count=len(report.rejected) - SHOWN))
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
    return "\n".join([*lines, *map(understood, report.read.notes)])
