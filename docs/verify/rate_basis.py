#!/usr/bin/env python3
"""Re-computes a rate-basis record from the record alone (docs/rate-basis.md). Exit 0: all agrees. 1: a difference.

Usage: rate_basis.py [--json] FILE
"""
import decimal
import hashlib
import json
import sys
from decimal import Decimal

EXACT = decimal.Context(prec=400, rounding=decimal.ROUND_HALF_EVEN, Emax=999999, Emin=-999999)
DIVISION = decimal.Context(prec=34, rounding=decimal.ROUND_HALF_EVEN, Emax=6144, Emin=-6143)
MODES = {mode: "ROUND_" + mode for mode in ("HALF_UP", "HALF_EVEN", "HALF_DOWN", "UP", "DOWN", "CEILING", "FLOOR")}
CONSTANTS = {"one": Decimal(1), "nothing": Decimal(0)}


def canonical(value):
    """RFC 8785 for values without numbers: members sorted by UTF-16 code units, no spaces."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(json.dumps(n, ensure_ascii=False) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def no_number(text):
    raise ValueError("a number stands outside a string: " + text)


def unique(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return dict(pairs)


def inside(interval, number):
    low, high = interval["low"], interval["high"]
    above = low is None or Decimal(low) < number or (interval["lowIncluded"] and Decimal(low) == number)
    below = high is None or number < Decimal(high) or (interval["highIncluded"] and number == Decimal(high))
    return above and below


def rounded(number, rule):
    return number if rule is None else number.quantize(Decimal(1).scaleb(-int(rule["scale"])), MODES[rule["mode"]], EXACT)


class Check:
    def __init__(self, record):
        self.record, self.differences, self.place = record, [], ""
        self.inputs = {item["pointer"]: item["value"] for item in record["inputs"]}
        self.choices = {(item["ref"], item["coefficient"], item["cover"]): item for item in record["choices"]}
        self.registers, self.unread = {}, {}

    def expect(self, holds, message):
        if not holds:
            self.differences.append((self.place + ": " if self.place else "") + message)

    def same(self, what, stated, computed):
        equal = stated is None and computed is None
        if stated is not None and computed is not None:
            equal = Decimal(stated) == computed
        self.expect(equal, f"{what} is {stated}, computed {computed}")

    def operand(self, step, operand):
        number, ref, origin = Decimal(operand["value"]), operand["ref"], operand["from"]
        if origin == "REGISTER":
            self.same(f"register {ref} as read", operand["value"], self.registers.get(ref))
            self.unread.pop(ref, None)
        elif origin == "INPUT":
            self.expect(ref in self.inputs and Decimal(self.inputs[ref]) == number, f"input {ref} is not {number}")
        elif origin == "CONSTANT":
            self.expect(CONSTANTS.get(ref) == number, f"constant {ref} is not {number}")
        elif origin == "PRODUCT" and ref == "vat/rate":
            self.same("rate of tax", self.record["result"]["vat"]["rate"], number)
        elif origin == "TABLE":
            self.expect(step["hit"] is not None or step["register"].startswith("key:"), "a table is read without a hit")
        elif origin == "CHOICE":
            choice = self.choices.get((ref, step["subject"], step["cover"]))
            self.expect(choice is not None and Decimal(choice["value"]) == number, f"choice {ref} is not {number}")
            if choice is not None:
                self.expect(choice["reason"].strip() != "", f"choice {ref} has no reason")
                self.expect(choice["insideRow"] is True and inside(choice["values"], number)
                            and choice["row"] == step["hit"]["row"], f"choice {ref} is outside its row")
        return number

    def hit(self, step, roles):
        hit, rule = step["hit"], step["rounding"]
        for part in hit["key"]:
            if part["from"] == "REGISTER":
                self.same(f"key {part['name']}", part["value"], self.registers.get(part["ref"]))
                self.unread.pop(part["ref"], None)
            elif part["from"] == "INPUT":
                self.expect(self.inputs.get(part["ref"]) is not None
                            and self.agree(self.inputs[part["ref"]], part["value"]), f"key {part['name']} is no input")
        if hit["keyRange"] is not None and hit["key"]:
            key = Decimal(hit["key"][-1]["value"])
            self.expect(inside(hit["keyRange"], key), f"key {key} is outside row {hit['row']}")
            self.expect("key" not in roles or roles["key"] == key, f"the key is {key}, the operand {roles.get('key')}")
        values, value = hit["values"], Decimal(step["value"])
        low, high = Decimal(values["low"]), Decimal(values["high"])
        if step["operator"] == "LOOKUP":
            self.expect(low == high == roles["value"], f"row {hit['row']} is not the single value {value}")
        elif step["operator"] == "CLAMP":
            quantum = Decimal(1).scaleb(-int(rule["scale"]))
            self.same("smallest value", str(roles["lowest"]), low if values["lowIncluded"] else low + quantum)
            self.same("largest value", str(roles["highest"]), high if values["highIncluded"] else high - quantum)
        elif step["operator"].startswith("INTERPOLATE"):
            ends = [Decimal(hit["keyRange"]["low"]), Decimal(hit["keyRange"]["high"])]
            self.expect([roles["keyFrom"], roles["keyTo"]] == ends, "the ends of the key are not those of the row")
            filed = [high, low] if hit["direction"] == "FALLING" else [low, high]
            self.expect(hit["direction"] != "NONE" and [roles["valueFrom"], roles["valueTo"]] in
                        ([filed] if hit["nextRow"] is None else [[low, high], [high, low]]),
                        "the ends of the value are not those of the row")
            return  # an interpolated value is held inside a half-open row by the CLAMP that follows
        self.expect(inside(values, value), f"{value} is outside row {hit['row']}")

    @staticmethod
    def agree(left, right):
        try:
            return Decimal(left) == Decimal(right)
        except decimal.InvalidOperation:
            return left == right

    def compute(self, step, numbers, roles):
        name, first = step["operator"], numbers[0] if numbers else Decimal(0)
        if name in ("LOOKUP", "CHOOSE", "ROUND"):
            self.expect(len(numbers) == 1, "one operand is expected")
            return first
        if name in ("MULTIPLY", "MULTIPLY_PARAMETER"):
            product = Decimal(1)
            for number in numbers:
                product = EXACT.multiply(product, number)
            return product
        if name == "ADD":
            return sum(numbers, Decimal(0))
        if name == "SUBTRACT":
            return EXACT.subtract(first, numbers[1])
        if name == "DIVIDE":
            return DIVISION.divide(first, numbers[1])
        if name in ("MIN", "MAX"):
            return min(numbers) if name == "MIN" else max(numbers)
        if name == "CLAMP":
            return min(max(roles["value"], roles["lowest"]), roles["highest"])
        rise = EXACT.subtract(roles["valueTo"], roles["valueFrom"])
        if name == "INTERPOLATE_LINEAR":
            run = EXACT.multiply(rise, roles["key"] - roles["keyFrom"])
            return EXACT.add(DIVISION.divide(run, roles["keyTo"] - roles["keyFrom"]), roles["valueFrom"])
        if name == "INTERPOLATE_LOG":
            share = (roles["key"] / roles["keyFrom"]).ln() / (roles["keyTo"] / roles["keyFrom"]).ln()
            return EXACT.add(EXACT.multiply(rise, share), roles["valueFrom"])
        raise ValueError("unknown operator " + name)

    def step(self, step):
        numbers = [self.operand(step, operand) for operand in step["operands"]]
        roles = {operand["role"]: number for operand, number in zip(step["operands"], numbers)}
        value = rounded(self.compute(step, numbers, roles), step["rounding"])
        self.same("value", step["value"], value)
        if step["hit"] is not None:
            self.hit(step, roles)
            self.unread[step["register"]] = step["number"]
        if step["after"] is not None:
            before = self.registers.get(step["register"])
            start = numbers[0] if step["subject"] == "SHORT_TERM" else Decimal(0)
            self.same("running total before", step["before"], start if before is None else before)
            self.same("running total after", step["after"], value)
        self.registers[step["register"]] = value

    def result(self):
        result, get = self.record["result"], self.registers.get
        is_open = bool(self.record["unresolved"])
        for cover in result["covers"]:
            self.same("premium of " + cover["cover"], cover["premium"], get("premium@" + cover["cover"]))
        sums = [s for s in self.record["steps"] if s["subject"] == "SUM"]
        wanted = sorted("premium@" + cover["cover"] for cover in result["covers"])
        for total in sums:
            self.expect(sorted(o["ref"].split(":")[-1] for o in total["operands"]) == wanted, "the sum lacks a cover")
        self.same("annual premium", result["annual"], get("annual"))
        self.same("premium of the term", result["term"], get("term"))
        for number in self.unread.values():
            self.expect(False, f"what step {number} writes is never read")
        if is_open:
            self.same("least open premium", result["openRange"]["minimum"], get("minimum:annual"))
            self.same("greatest open premium", result["openRange"]["maximum"], get("maximum:annual"))
            return
        tax, low, high = result["vat"], result["filedRange"]["minimum"], result["filedRange"]["maximum"]
        self.expect(Decimal(low) <= Decimal(result["annual"]) <= Decimal(high), "the premium is outside the filed range")
        self.same("premium without tax", tax["net"], get("net", get("term")))
        self.same("tax", tax["tax"], get("vat"))
        self.same("premium with tax", tax["gross"], get("gross", get("term")))
        parts = [Decimal(part) for part in result["instalments"]]
        self.expect(sum(parts) == Decimal(tax["gross"]), "the instalments do not add up")
        rest = parts[0] - parts[-1]
        self.expect(len(set(parts[1:])) <= 1 and 0 <= rest < len(parts) * Decimal("0.01"), "instalments differ")


def check(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        whole = json.loads(text, parse_float=no_number, parse_int=no_number, parse_constant=no_number,
                           object_pairs_hook=unique)
        record = whole["record"]
        found = Check(record)
        found.expect(whole["formatVersion"] == "1", "unknown format version")
        digest = hashlib.sha256(canonical(record).encode("utf-8")).hexdigest()
        found.expect(whole["sha256"] == digest, f"sha256 is {whole['sha256']}, computed {digest}")
        decimal.setcontext(EXACT)
        for place, step in enumerate(record["steps"], 1):
            found.place = f"step {step['number']} ({step['operator']} {step['register']})"
            found.expect(step["number"] == str(place), "steps are not numbered in order")
            found.step(step)
        found.place = "result"
        found.result()
        return found.differences
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return [f"not a complete rate-basis record: {type(error).__name__} {error}"]


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--json"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    differences = check(arguments[0])
    if "--json" in sys.argv:
        print(json.dumps({"ok": not differences, "differences": differences}, ensure_ascii=False))
    else:
        print("\n".join(differences) or "OK")
    sys.exit(1 if differences else 0)
