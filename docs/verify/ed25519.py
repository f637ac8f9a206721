"""Checks Ed25519 signatures (RFC 8032, section 5.1.7) with nothing but Python's standard library; it makes none."""
import base64
import hashlib
import json

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)
SPKI = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo before the 32 bytes of a key (RFC 8410)


def add(a, b):
    """Sum of two points in extended homogeneous coordinates (RFC 8032, section 5.1.4)."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, d - c, d + c, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = IDENTITY
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def equal(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def x_of(y, odd):
    """The x of a point with this y (RFC 8032, section 5.1.3); None if there is none."""
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and odd):
        return None
    return P - x if x & 1 != odd else x


def point(encoded):
    """A point from its 32 bytes; None if they are no point."""
    number = int.from_bytes(encoded, "little")
    y, odd = number & ((1 << 255) - 1), number >> 255
    x = x_of(y, odd) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


BASE = point(bytes([0x58]) + bytes([0x66]) * 31)


def verify(key, message, signature):
    """Whether the 64 bytes of a signature were made over this message with the private half of this 32-byte key."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, commitment = point(key), point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if public is None or commitment is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    return equal(times(scalar, BASE), add(commitment, times(challenge, public)))


def keys(text):
    """Public keys out of what the service publishes (JSON), a PEM file, or lines of Base64; 32 bytes each."""
    if text.lstrip().startswith("{"):
        encoded = [key["publicKey"] for key in json.loads(text)["keys"]]
    elif "-----BEGIN PUBLIC KEY-----" in text:
        encoded = ["".join(line.strip() for line in text.splitlines() if not line.startswith("-----"))]
    else:
        encoded = text.split()
    found = [base64.b64decode(key, validate=True) for key in encoded]
    if not found or any(len(key) != len(SPKI) + 32 or not key.startswith(SPKI) for key in found):
        raise ValueError("not a public key of Ed25519")
    return [key[len(SPKI):] for key in found]


def is_signed(signature, message, key_file):
    """Whether a signature of a rate basis was made over this message by a key of the file."""
    with open(key_file, encoding="utf-8") as file:
        known = keys(file.read())
    made = base64.b64decode(signature["value"], validate=True)
    return signature["algorithm"] == "Ed25519" and any(verify(key, message, made) for key in known)
