"""What believed records hold, taken apart: deeds of the laptop that signed them, whole ones now and parts later."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sponsor_app.domain.deeds import Deed, Laptop, Parcel
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.services.sharing.standing import Standing
from sponsor_app.store.sharing.kept import ASIDE, JOINED, WAITS
from sponsor_app.sync.changes import MalformedError, decode, gather
from sponsor_app.sync.envelope.bases import Base
from sponsor_app.sync.envelope.chains import Frame
from sponsor_app.sync.signers import may_name


@dataclass(frozen=True)
class Unpacked:
    """One parcel of everything, the fate of each record by its hash, and who wrote what was set aside.

    `stamps` are the deeds in each base by its id; a base that holds no parcels is not among them.
    """

    parcel: Parcel
    fates: Mapping[bytes, int]
    stamps: Mapping[bytes, frozenset[Stamp]]
    aside: tuple[bytes, ...] = ()


def unpack(bases: Iterable[Base], frames: Iterable[Frame], standing: Standing) -> Unpacked:
    """The deeds of these records. A frame that names another laptop than its signer's is set aside, and said."""
    parcels: list[Parcel] = []
    fates: dict[bytes, int] = {}
    aside: list[bytes] = []
    holds: dict[bytes, set[Stamp]] = {}
    stamps: dict[bytes, frozenset[Stamp]] = {}
    for base in bases:
        try:
            pieces = [decode(chunk) for chunk in base.chunks]
        except MalformedError:
            aside.append(base.writer)
            fates[base.id] = ASIDE
        else:
            parcels += pieces
            fates[base.id] = JOINED
            stamps[base.id] = frozenset(deed.stamp for one in pieces for deed in one.deeds)
    for frame in frames:
        parcel = _own(frame)
        fates[frame.hash] = ASIDE if parcel is None else JOINED
        if parcel is None:
            aside.append(frame.writer)
            continue
        parcels.append(parcel)
        holds[frame.hash] = {deed.stamp for deed in parcel.deeds if not deed.whole}
    whole = gather(parcels)
    parts = {deed.stamp for deed in whole.deeds if not deed.whole}
    fates |= {one: WAITS for one, inside in holds.items() if inside & parts}
    laptops = tuple(sorted(set(_named(whole.laptops, standing)), key=repr))
    return Unpacked(Parcel(laptops, whole.deeds), fates, stamps, tuple(dict.fromkeys(aside)))


def deeds_in_name(frames: Iterable[Frame], of: int) -> Iterator[Deed]:
    """The deeds of the laptop with this number, in frames that are its own."""
    for frame in frames:
        parcel = _own(frame)
        yield from (deed for deed in (parcel.deeds if parcel else ()) if deed.device == of)


def stamps_in(payload: bytes) -> frozenset[Stamp]:
    """The deeds in the content of a frame, by name; none when it is no parcel."""
    try:
        return frozenset(deed.stamp for deed in decode(payload).deeds)
    except MalformedError:
        return frozenset()


def _own(frame: Frame) -> Parcel | None:
    """What a frame holds, if all of it was done by whoever signed it."""
    try:
        parcel = decode(frame.payload)
    except MalformedError:
        return None
    if not all(may_name(frame.writer, deed.device) for deed in parcel.deeds):
        return None
    laptops = (one for one in parcel.laptops if may_name(frame.writer, one.device))
    return Parcel(tuple(laptops), parcel.deeds)


def _named(laptops: Iterable[Laptop], standing: Standing) -> Iterator[Laptop]:
    """The laptops as the roster has them: who works on one is for the team to say and not for the laptop."""
    for one in laptops:
        card = standing.card_of(one.device)
        if card is None:
            yield one
        else:
            yield Laptop(one.device, card.name, card.member or None, one.app_version)
