"""Rows of deals: summed up as one fact of each account, which the next import brings up to date."""

from datetime import date
from typing import Any

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.deals import Deal, Outcome, outcome_of, summary
from sponsor_app.domain.importing import ImportedRecord
from sponsor_app.domain.text import LONGEST_LINE
from sponsor_app.services import Services
from sponsor_app.services.imports.logged import NOBODY
from sponsor_app.services.imports.plan import Plan
from sponsor_app.services.imports.whom import Whom
from sponsor_app.store.queries import imports

KIND, SOURCE = "deals", "imported deals"


class DealRows:
    """Plans one fact an account; an account made on the way is a prospect until a deal was won."""

    def __init__(self, app: Services, plan: Plan, whom: Whom) -> None:
        self.plan, self.whom, self.today = plan, whom, app.today().isoformat()
        self._deals: dict[str, list[Deal]] = {}
        with app.store.read() as connection:
            self._facts = imports.facts_of_kind(connection, KIND)

    def take(self, record: ImportedRecord) -> None:
        """Plan one row."""
        account_id = self.whom.account(record, "deals")
        if account_id is None:
            self.plan.reject(record.at, NOBODY)
            return
        self._deals.setdefault(account_id, []).append(_deal(record))

    def finish(self) -> None:
        """Sum up, now that every deal is known."""
        for account_id, deals in self._deals.items():
            if account_id in self.plan.inserts["account"]:
                won = any(deal.outcome is Outcome.WON for deal in deals)
                status = AccountStatus.CUSTOMER if won else AccountStatus.PROSPECT
                self.plan.edit("account", account_id, {"status": status.value})
            self._sum_up(account_id, f"Deals: {summary(deals)}"[:LONGEST_LINE])

    def _sum_up(self, account_id: str, text: str) -> None:
        known = self._facts.get(account_id)
        values: dict[str, Any] = {"text": text, "on_day": self.today}
        if known is None:
            new = {"account_id": account_id, "kind": KIND, "source": SOURCE, **values}
            self.plan.add("fact", new)
            self.plan.created += 1
        elif known["text"] != text:
            self.plan.edit("fact", known["id"], values)
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1


def _deal(record: ImportedRecord) -> Deal:
    fields = record.fields
    stage = str(fields.get("stage") or "")
    won, closed = fields.get("won"), fields.get("closed")
    amount, closes_on = fields.get("amount"), str(fields.get("closes_on") or "")
    return Deal(
        stage=stage,
        outcome=outcome_of(
            f"{stage} {fields.get('outcome') or ''}",
            won=None if won is None else bool(won),
            closed=None if closed is None else bool(closed),
        ),
        amount=int(amount) if amount is not None else None,
        currency=str(fields.get("currency") or "EUR"),
        closes_on=None if closes_on[:1] in ("", "-") else date.fromisoformat(closes_on),
    )
