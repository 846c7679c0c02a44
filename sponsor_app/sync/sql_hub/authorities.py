"""The certificates that this computer trusts, as a file for the driver, which brings an OpenSSL that knows of none."""

import socket
import ssl
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sponsor_app.sync.sql_hub.limits import PATIENCE
from sponsor_app.sync.sql_hub.place import Place
from sponsor_app.sync.sql_hub.troubles import Code, hindered

USUAL = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
START_TLS = bytes.fromhex("0000000804d2162f")
"""How a conversation with PostgreSQL asks for TLS."""
OUT_OF_TIME = (9, 10)
"""OpenSSL: not yet valid, expired."""


def system_file() -> str:
    """A file with the system's certificates; refuses when there are none."""
    told = ssl.get_default_verify_paths().cafile
    found = next((path for path in (told, *USUAL) if path and Path(path).is_file()), None)
    return found or written(ssl.create_default_context().get_ca_certs(binary_form=True))


def written(certificates: Iterable[bytes]) -> str:
    """The certificates (DER) in a temporary file: Windows keeps its own in no file. Refuses when there are none."""
    text = "".join(map(ssl.DER_cert_to_PEM_cert, certificates))
    if not text:
        raise hindered(Code.NOT_TRUSTED)
    with tempfile.NamedTemporaryFile(
        "w", encoding="ascii", prefix="sponsor-", suffix=".pem", delete=False
    ) as file:
        file.write(text)
    return file.name


def out_of_time(place: Place, authority: str) -> bool:
    """Whether a certificate that was refused is only expired or not yet valid: the driver does not say why."""
    try:
        context = ssl.create_default_context(cafile=authority)
        with socket.create_connection((place.host, place.port), PATIENCE) as line:
            line.sendall(START_TLS)
            if line.recv(1) == b"S":
                context.wrap_socket(line, server_hostname=place.host).close()
    except ssl.SSLCertVerificationError as error:
        return error.verify_code in OUT_OF_TIME
    except OSError:
        return False
    return False
