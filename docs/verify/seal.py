"""The seal of a rate-basis record: read strictly, canonical form (RFC 8785), digest, signature."""
import hashlib
import json


def refuse(text):
    raise ValueError("a number outside a string, or a name that stands twice: " + text)


def unique(pairs):
    return dict(pairs) if len(dict(pairs)) == len(pairs) else refuse(str([name for name, _ in pairs]))


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return json.loads(text, parse_float=refuse, parse_int=refuse, parse_constant=refuse, object_pairs_hook=unique)


def canonical(value):
    """RFC 8785 for values without numbers: members sorted by UTF-16 code units, no spaces."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def check(whole, key, found):
    """Compares the digest, and the signature where a key is given; says in words what became of the signature."""
    signed = canonical(whole["record"]).encode("utf-8")
    digest = hashlib.sha256(signed).hexdigest()
    found.expect(whole["sha256"] == digest, f"sha256 is {whole['sha256']}, computed {digest}")
    if whole["signature"] is None:
        found.expect(key is None, "a key is given, but the record is not signed")
        return "there is none"
    if key is None:
        return "not checked, because no --key is given"
    import ed25519
    genuine = ed25519.is_signed(whole["signature"], signed, key)
    found.expect(genuine, "the signature is not by the key given")
    return "checked" if genuine else "wrong"
