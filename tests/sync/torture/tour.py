"""Two histories by hand in which everything happens that can: no run, whatever its seed, is without one of the attacks."""

from tests.sync.file_hub.faults import Fault
from tests.sync.file_hub.test_many_laptops import COPIES
from tests.sync.torture.machine import Office

DAMAGES = ("cut", "flipped", "zeros", "blank", "foreign", "deleted")


def tour(kind: type[Office]) -> None:
    """Each of the two ends as all histories do: all laptops know the same, and nothing is lost."""
    for steps in (everything_that_fails, everything_about_people):
        office = kind()
        office.open(count=3, cloud=False, codes=steps is everything_about_people)
        try:
            steps(office)
        finally:
            office.teardown()


def everything_that_fails(office: Office) -> None:
    for number, fault in enumerate(Fault):
        office.sync_an_edit_with_a_fault(0, 0, fault, lasting=False, which=number)
        office.sync(0)
    for number, kind in enumerate(DAMAGES):
        office.damage(kind, 999)
        office.sync(number)
    office.sync_while_another_does(0, 9, 1)
    office.sync_over_which_a_stale_file_is_put(1, 9, 0)
    office.conflicted_copy(COPIES[0], 1)
    office.roll_back(2)
    office.sync(2)


def everything_about_people(office: Office) -> None:
    office.join(0)
    office.invite(0)
    office.clock_jump(1, 400)
    office.work_with_a_later_version(1, 0)
    office.back_up(1)
    office.work(1, "edit", 0)
    office.sync(1)
    office.restore(0)
    office.remove(1)
    office.clone(0)
