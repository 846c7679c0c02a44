"""Deeds as bytes: the same bytes for the same deeds, nothing else accepted, cut and put together again."""

from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.deeds import Change, Deed, Laptop, Parcel, covers, vector_after
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.sync import changes
from sponsor_app.sync.changes import MalformedError, decode, digest, encode, gather, split

words = st.sampled_from(["account", "name", "insert", "a", "z9_"])
devices = st.integers(0, 3).map(DeviceId)


@st.composite
def deeds(draw: st.DrawFn) -> Deed:
    device, previous = draw(devices), draw(st.integers(0, 100))
    made = st.builds(
        Change,
        words,
        words,
        st.lists(words, max_size=3).map(tuple),
        st.sampled_from(["r1", "r2", "r3"]),
        st.integers(previous + 1, 200).map(lambda clock: Stamp(clock, device)),
        st.binary(max_size=20),
    )
    found = tuple(sorted(draw(st.lists(made, min_size=1, max_size=5, unique=True))))
    last = max(change.stamp.clock for change in found)
    undoes = draw(st.none() | st.builds(Stamp, st.integers(0, 9), devices))
    title = draw(st.sampled_from(["", "Añadió", "\x00"]))
    return Deed(
        device,
        previous,
        last,
        len(found),
        "2026-11-18T08:48:00.000Z",
        "do",
        title,
        undoes,
        found,
    )


laptops = st.builds(
    Laptop, devices, st.sampled_from(["", "Añadió", "\x00"]), st.none() | words, st.none() | words
)
parcels = st.builds(
    Parcel, st.lists(laptops, max_size=3).map(tuple), st.lists(deeds(), max_size=4).map(tuple)
)


@given(parcels)
def test_what_was_written_is_read_back_and_written_the_same_again(parcel: Parcel) -> None:
    written = encode(parcel)
    found = decode(written)
    assert gather([found]) == gather([parcel])
    assert encode(found) == written
    assert encode(Parcel(parcel.laptops[::-1], parcel.deeds[::-1])) == written


@given(parcels, st.integers(1, 400), st.randoms())
def test_pieces_make_the_parcel_again_in_any_order_and_however_often(
    parcel: Parcel, limit: int, lots: Random
) -> None:
    pieces = [decode(encode(piece)) for piece in split(parcel, limit)]
    pieces += pieces[:1]
    lots.shuffle(pieces)
    assert set(gather(pieces).deeds) == set(gather([parcel]).deeds)
    assert set(gather(pieces).laptops) == set(parcel.laptops)


@given(deeds())
def test_a_part_of_a_deed_is_not_a_deed(deed: Deed) -> None:
    parts = [part for piece in split(Parcel((), (deed,)), 1) for part in piece.deeds]
    assert len(parts) == deed.size
    assert gather([Parcel((), tuple(parts))]).deeds == (deed,)
    assert gather([Parcel((), (parts[0], deed))]).deeds == (deed,)
    left = gather([Parcel((), tuple(parts[1:]))]).deeds
    assert all(not one.whole for one in left)


@given(parcels, st.data())
def test_bytes_cut_short_or_changed_never_do_more_than_be_refused(
    parcel: Parcel, data: st.DataObject
) -> None:
    written = bytearray(encode(parcel))
    where = data.draw(st.integers(0, len(written) - 1))
    written[where] ^= data.draw(st.integers(1, 255))
    for content in (bytes(written), bytes(written[:where]), bytes(written) + b"\x00"):
        try:
            decode(content)
        except MalformedError:
            continue


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x93",
        b"\xc1",
        b"\x92\x90\xdd\xff\xff\xff\xff",
        b"\x91" * 5000,
        msgspec.msgpack.encode(
            [[], [[1, 0, 1 << 62, 1, "2026-11-18T08:48:00.000Z", "do", "t", None, []]]]
        ),
        msgspec.msgpack.encode(
            [[], [[1, 0, 1, 1, "2026-11-18T08:48:00.000Z", "do", "t", None, []]]]
        ),
        msgspec.msgpack.encode(
            [
                [],
                [
                    [
                        1,
                        0,
                        1,
                        1,
                        "2026-11-18T08:48:00.000Z",
                        "do",
                        "t",
                        None,
                        [["a b", "x", 1, [], [["r", b""]]]],
                    ]
                ],
            ]
        ),
        msgspec.msgpack.encode(
            [
                [],
                [
                    [
                        1,
                        5,
                        9,
                        1,
                        "2026-11-18T08:48:00.000Z",
                        "do",
                        "t",
                        None,
                        [["a", "x", 5, [], [["r", b""]]]],
                    ]
                ],
            ]
        ),
        msgspec.msgpack.encode(
            [
                [],
                [
                    [
                        1,
                        0,
                        1,
                        1,
                        "2026-13-18T08:48:00.000Z",
                        "do",
                        "t",
                        None,
                        [["a", "x", 1, [], [["r", b""]]]],
                    ]
                ],
            ]
        ),
    ],
)
def test_what_is_no_parcel_is_refused_as_one(content: bytes) -> None:
    with pytest.raises(MalformedError):
        decode(content)


@given(st.lists(deeds(), max_size=5), st.randoms())
def test_the_digest_is_a_sum_that_no_order_changes(found: list[Deed], lots: Random) -> None:
    every = [change for deed in found for change in deed.changes]
    whole = digest(every)
    lots.shuffle(every)
    added = 0
    for change in every:
        added = changes.joined_digest(added, digest([change]))
    assert added == whole


def test_a_hole_stops_the_vector_until_it_is_filled() -> None:
    def deed(previous: int, clock: int) -> Deed:
        return Deed(DeviceId(1), previous, clock, 1, "", "do", "", None, ())

    first, second, third = deed(0, 5), deed(5, 9), deed(9, 12)
    assert vector_after({}, [first, third]) == {1: 5}
    assert vector_after({DeviceId(1): 5}, [third, second]) == {1: 12}
    assert covers({DeviceId(1): 12}, {DeviceId(1): 9})
    assert not covers({}, {DeviceId(1): 9})
