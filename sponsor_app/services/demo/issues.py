"""Issues of every severity: opened, told about, lifted up the ladder, resolved, some not yet told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.issue import UPDATE_DAYS, IssueStatus, Level, Severity
from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.dice import Dice, Mint, Wheel
from sponsor_app.services.demo.planted.script import Trouble
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.tales import matters
from sponsor_app.services.demo.tales.scene import Scene, tell
from sponsor_app.services.demo.tales.words import MONTHS
from sponsor_app.services.demo.visits import scene_of

Values = dict[str, str | int | None]
Row = tuple[str, Values]

HOW_MANY = {Tier.STRATEGIC: 3.0, Tier.KEY: 1.9, Tier.STANDARD: 0.75, None: 0.4}
SEVERITIES: Wheel[Severity] = Wheel(
    {Severity.SEV1: 4.0, Severity.SEV2: 18.0, Severity.SEV3: 46.0, Severity.SEV4: 32.0}
)
LASTS = {Severity.SEV1: 9, Severity.SEV2: 22, Severity.SEV3: 45, Severity.SEV4: 80}
OLDEST = 640
NEWEST = 7
LATE_SHARE, UNTOLD_SHARE, LESSON_SHARE = 0.16, 0.05, 0.4
FRESH_UNTOLD_SHARE, FRESH = 0.4, 45
MOST_UPDATES = 5
LIFTED_DAYS = 2


@dataclass(slots=True)
class Issues:
    """Collects issues; numbered once all are known. Updates of the last days are kept apart."""

    dice: Dice
    mint: Mint
    stage: Stage
    opened: list[tuple[str, str, Values]] = field(default_factory=list[tuple[str, str, Values]])
    updates: list[Row] = field(default_factory=list[Row])
    late_updates: list[tuple[date, Row]] = field(default_factory=list[tuple[date, Row]])
    escalations: list[Row] = field(default_factory=list[Row])
    by_key: dict[str, str] = field(default_factory=dict[str, str])

    def invent(self, account: Account) -> None:
        """As many as its tier suffers."""
        quiet = account.status in (AccountStatus.PROSPECT, AccountStatus.LOST, AccountStatus.FORMER)
        if quiet or not account.people or not account.touches:
            return
        expected = HOW_MANY[account.tier] * (1.6 if account.status is AccountStatus.AT_RISK else 1)
        for _ in range(int(expected * 2 * self.dice.roll() + self.dice.roll() * 0.6)):
            self._one(account, scene_of(self.dice, account))

    def _one(self, account: Account, scene: Scene) -> None:
        dice, today = self.dice, self.stage.today
        severity = SEVERITIES.spin(dice)
        ago = NEWEST + int(dice.roll() ** 2.6 * OLDEST)
        ends = ago - 1 - int(dice.roll() * LASTS[severity])
        opened = self.stage.back(ago)
        raised_by = dice.pick(account.people)
        scene.who, scene.other = raised_by.name, dice.pick(account.people).name
        expert = dice.pick(account.experts) if account.experts else account.lead
        scene.ours = expert.name if expert else "our engineer"
        scene.month = MONTHS[opened.month - 1]
        title = matters.SEVERE if severity.severe else matters.MILD
        values = _blank(account, opened, severity)
        values["title"] = tell(scene, dice.pick(title))
        values["detail"] = tell(scene, dice.pick(matters.DETAIL))
        values["raised_by_id"] = raised_by.id
        values["owner_id"] = account.lead.id if account.lead else None
        new = self._keep(values)
        over = ends >= NEWEST
        last = self.stage.back(ends) if over else self._last_word(severity, opened)
        self._lift(account, scene, new, values, min(last, self.stage.settled))
        if over:
            self._resolve(values, scene, last, (today - last).days)
        self._tell(account, scene, new, (opened, last), severity)

    def _last_word(self, severity: Severity, opened: date) -> date:
        """The last update of an open issue: in time for most, late for some."""
        due = UPDATE_DAYS[severity]
        late = self.dice.chance(LATE_SHARE)
        ago = due + self.dice.whole(1, 4) if late else self.dice.whole(min(1, due - 1), due)
        return max(opened, self.stage.back(max(1, ago)))

    def _tell(
        self, account: Account, scene: Scene, new: str, span: tuple[date, date], severity: Severity
    ) -> None:
        opened, last = span
        dice = self.dice
        step = max(1, round(UPDATE_DAYS[severity] * (0.7 + dice.roll() * 0.5)))
        on, told = last, 0
        while on > opened and told < MOST_UPDATES:
            told += 1
            by = (
                dice.pick(account.experts) if account.experts and dice.chance(0.4) else account.lead
            )
            text = tell(scene, dice.pick(matters.UPDATE))
            self._update(new, on, text, by.id if by else self.stage.team.me.id)
            on -= timedelta(days=step)

    def _update(self, issue_id: str, on: date, text: str, by: str) -> None:
        values: Values = {
            "issue_id": issue_id,
            "on_day": on.isoformat(),
            "text": text,
            "member_id": by,
        }
        row = (self.mint.new(), values)
        if on > self.stage.settled:
            self.late_updates.append((on, row))
        else:
            self.updates.append(row)

    def _resolve(self, values: Values, scene: Scene, on: date, ago: int) -> None:
        dice = self.dice
        untold = FRESH_UNTOLD_SHARE if ago < FRESH else UNTOLD_SHARE
        values["status"] = IssueStatus.RESOLVED.value
        values["resolved_on"] = on.isoformat()
        values["resolution"] = tell(scene, dice.pick(matters.RESOLUTION))
        if dice.chance(LESSON_SHARE):
            values["lesson"] = tell(scene, dice.pick(matters.LESSON))
        if not dice.chance(untold):
            told = min(on + timedelta(days=dice.whole(0, 3)), self.stage.settled)
            values["status"] = IssueStatus.CLOSED.value
            values["told_on"] = told.isoformat()

    def _lift(self, account: Account, scene: Scene, new: str, values: Values, last: date) -> None:
        """Up the ladder: most of Sev 1, some of Sev 2, seldom the rest."""
        dice = self.dice
        severity = Severity(int(values["severity"] or 4))
        share = {Severity.SEV1: 0.9, Severity.SEV2: 0.5}.get(severity, 0.08)
        if not dice.chance(share):
            return
        top = severity is Severity.SEV1 and dice.chance(0.5)
        ceo = self.stage.team.by_key("ceo")
        to = ceo if top or account.sponsor is None else account.sponsor
        level = Level.EXECUTIVE_TEAM if top else Level.SPONSOR
        opened = date.fromisoformat(str(values["opened_on"]))
        on = min(opened + timedelta(days=dice.whole(0, LIFTED_DAYS)), last)
        asked_by = account.lead.id if account.lead else self.stage.team.me.id
        self.escalate(new, level, (to.id, asked_by), tell(scene, dice.pick(matters.REASON)), on)
        values["level"] = level.value
        values["owner_id"] = to.id

    def escalate(
        self, issue_id: str, level: Level, who: Sequence[str], reason: str, on: date
    ) -> None:
        """One lift; `who` is to whom and by whom."""
        values: Values = {
            "issue_id": issue_id,
            "level": level.value,
            "to_id": who[0],
            "reason": reason,
            "asked_by_id": who[1],
            "on_day": on.isoformat(),
        }
        self.escalations.append((self.mint.new(), values))

    def written(self, account: Account, one: Trouble) -> None:
        """An issue of a planted account, as it stood before the last days."""
        stage = self.stage
        values = _blank(account, stage.back(one.ago), Severity(one.severity))
        values.update(title=one.title, detail=one.detail, level=one.level.value)
        values["raised_by_id"] = account.person(one.raised_by).id
        values["owner_id"] = stage.ours(account, one.owner).id
        if one.resolved:
            values["status"] = IssueStatus.RESOLVED.value
            values["resolved_on"] = stage.back(one.resolved[0]).isoformat()
            values["resolution"] = one.resolved[1]
        if one.told_on is not None:
            values["status"] = IssueStatus.CLOSED.value
            values["told_on"] = stage.back(one.told_on).isoformat()
        new = self.by_key[f"{account.domain}/{one.key}"] = self._keep(values)
        for ago, by, text in one.told:
            self._update(new, stage.back(ago), text, stage.ours(account, by).id)
        if one.lifted:
            ago, by, to, reason = one.lifted
            who = (stage.ours(account, to).id, stage.ours(account, by).id)
            self.escalate(new, one.level, who, reason, stage.back(ago))

    def _keep(self, values: Values) -> str:
        new = self.mint.new()
        self.opened.append((str(values["opened_on"]), new, values))
        return new

    def numbered(self) -> list[Row]:
        """All issues in the order in which they were opened, numbered from 1."""
        self.opened.sort(key=lambda one: one[:2])
        for number, (_day, _id, values) in enumerate(self.opened, 1):
            values["number"] = number
        return [(new, values) for _day, new, values in self.opened]


def _blank(account: Account, opened: date, severity: Severity) -> Values:
    return {
        "number": 0,
        "account_id": account.id,
        "title": "",
        "detail": None,
        "severity": severity.value,
        "status": IssueStatus.OPEN.value,
        "level": Level.ACCOUNT_LEAD.value,
        "owner_id": None,
        "raised_by_id": None,
        "opened_on": opened.isoformat(),
        "next_update_on": None,
        "resolved_on": None,
        "resolution": None,
        "lesson": None,
        "told_on": None,
    }
