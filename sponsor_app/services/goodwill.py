"""What the whole team's practices come to: how customers feel, who speaks for us, who talked, who starts."""

from dataclasses import dataclass
from datetime import timedelta

from sponsor_app.domain.pulse import Voice, is_stale, voice_of
from sponsor_app.domain.reach_out import RATIO_DAYS, Ratio
from sponsor_app.services import Services, references
from sponsor_app.store.queries import events, people, reach_outs


@dataclass(frozen=True, slots=True)
class Goodwill:
    """Counts with their denominators: of everybody's last reading, of every reference, of the events of a year."""

    voices: dict[Voice, int]
    stale: int
    agreed: int
    locked: int
    unhappy: int
    held: int
    came: int
    untold: int
    ratio: Ratio

    @property
    def asked(self) -> int:
        """Of how many people there is a reading."""
        return sum(self.voices.values())

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it in words."""
        promote, warn = self.voices[Voice.PROMOTER], self.voices[Voice.DETRACTOR]
        voices = f"of {self.asked:,} asked {promote:,} promote us, {warn:,} warn others"
        return (
            f"pulse: {voices}, {self.stale:,} readings are too old",
            f"references: {self.agreed - self.locked} of {self.agreed} free, nobody keeps {self.unhappy} happy",
            f"events in a year: {self.held}, {self.came:,} came, {self.untold} themes not told what we did",
            f"who starts: {self.ratio.words}",
        )


def totals(app: Services) -> Goodwill:
    """The counts of the whole team, as of today."""
    today = app.today()
    known = references.listed(app)
    with app.store.read() as connection:
        last = people.last_readings(connection, today)
        year = [
            one
            for one in events.events(connection)
            if today - timedelta(days=RATIO_DAYS) < one.on <= today
        ]
        ratio = sum(reach_outs.ratios(connection, today).values(), Ratio())
    said = [voice_of(score) for score, _on in last]
    return Goodwill(
        voices={voice: said.count(voice) for voice in Voice},
        stale=sum(is_stale(score, on, today) for score, on in last),
        agreed=len(known.references),
        locked=sum(not known.standing(one).free for one in known.references),
        unhappy=len(known.beyond),
        held=len(year),
        came=sum(one.counts.attended for one in year),
        untold=sum(one.owed for one in year),
        ratio=ratio,
    )
