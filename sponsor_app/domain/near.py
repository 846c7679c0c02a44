"""Whether a word is what somebody meant to type: one letter wrong, missing, too many, or two that changed places."""

SHORTEST = 4
"""Letters of a word in which a slip can be told from another word."""


def begins_nearly(typed: str, word: str) -> bool:
    """Whether `word` begins with `typed`, but for one slip of the fingers after the first letter."""
    if word.startswith(typed):
        return True
    if len(typed) < SHORTEST or typed[:1] != word[:1]:
        return False
    return any(_one_slip(typed, word[: len(typed) + more]) for more in (-1, 0, 1))


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter changed, added or left out, or two neighbours swapped, make `other` of `one`."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if at < 0:
        return abs(len(one) - len(other)) <= 1
    rest, others = one[at:], other[at:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return others in (others[:1] + rest[1:], rest[1:], swapped) or others[1:] == rest
