"""Phone numbers and addresses of people, brought to one form for comparing."""

from sponsor_app.domain.folding import digits


def normal_email(text: str) -> str:
    """A mail address in lower case without blanks or a `mailto:`."""
    return text.strip().removeprefix("mailto:").casefold()


def normal_phone(text: str) -> str:
    """`+` and the digits of an international number, or the digits without trunk zeros of a national one."""
    bare = text.replace("(0)", "").strip()
    found = digits(bare)
    if bare.startswith("+"):
        return f"+{found}"
    if found.startswith("00"):
        return f"+{found[2:]}"
    return found.lstrip("0")


def domain_of(website: str | None) -> str | None:
    """The host of a web address or mail address, without `www.`: `https://www.acme.example/de` -> `acme.example`."""
    if not website:
        return None
    host = website.strip().casefold().rpartition("@")[2]
    host = host.partition("://")[2] or host
    for end in "/?#:":
        host = host.partition(end)[0]
    return host.removeprefix("www.").strip(".") or None
