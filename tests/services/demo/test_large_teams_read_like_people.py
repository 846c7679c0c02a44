"""Notes of a thousand accounts do not read alike, and their words are many."""

from sponsor_app.services import Services, coverage
from sponsor_app.services.demo import Size


def test_a_thousand_accounts_show_every_state_in_sensible_shares(mid_size: Services) -> None:
    totals = coverage.report(mid_size).totals

    assert totals.accounts == 1000
    assert 0.55 < totals.covered / totals.with_cadence < 0.85
    for some in (totals.due, totals.overdue, totals.never_met, totals.no_cadence):
        assert 20 <= some <= 250


def test_notes_hardly_ever_repeat_and_the_index_knows_many_words(mid_size: Services) -> None:
    with mid_size.store.read() as connection:
        ask = connection.exec_driver_sql
        notes = ask("SELECT count(summary), count(DISTINCT summary) FROM interaction").one()
        names = ask("SELECT count(*) FROM name_search_words").scalar()
        texts = ask("SELECT count(*) FROM text_search_words").scalar()

    assert notes[1] > 0.98 * notes[0]
    assert (names or 0) > 10_000
    assert (texts or 0) > 7_000


def test_the_default_is_a_team_that_one_can_grasp() -> None:
    size = Size()

    assert 40 <= size.accounts <= 60
    assert 14 <= size.members <= 20
    assert 700 <= size.interactions <= 1100
