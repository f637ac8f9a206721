#!/usr/bin/env python3
"""Re-computes a rate-basis record (docs/rate-basis.md) with nothing else; exit 0 if all agrees, else 1."""
import argparse
import decimal
import functools
import json
import sys
from decimal import Decimal

sys.dont_write_bytecode = True  # leave nothing beside the scripts
import schedule
import seal
import sections
from sections import DIVISION

EXACT = decimal.Context(prec=400, rounding=decimal.ROUND_HALF_EVEN, Emax=999999, Emin=-999999)
MODES = {mode: "ROUND_" + mode for mode in ("HALF_UP", "HALF_EVEN", "HALF_DOWN", "UP", "DOWN", "CEILING", "FLOOR")}
CONSTANTS = {"one": Decimal(1), "nothing": Decimal(0)}
BY_ORDER = {
    **dict.fromkeys(("LOOKUP", "CHOOSE", "ROUND"), lambda number: number),
    **dict.fromkeys(("MULTIPLY", "MULTIPLY_PARAMETER"), lambda *numbers: functools.reduce(EXACT.multiply, numbers)),
    "ADD": lambda *numbers: sum(numbers), "SUBTRACT": EXACT.subtract, "DIVIDE": DIVISION.divide,
    "MIN": lambda *numbers: min(numbers), "MAX": lambda *numbers: max(numbers)}
BY_ROLE = {
    "CLAMP": lambda value, lowest, highest: min(max(value, lowest), highest),
    "INTERPOLATE_LINEAR": lambda key, keyFrom, keyTo, valueFrom, valueTo:
        DIVISION.divide((valueTo - valueFrom) * (key - keyFrom), keyTo - keyFrom) + valueFrom,
    "INTERPOLATE_LOG": lambda key, keyFrom, keyTo, valueFrom, valueTo:
        (valueTo - valueFrom) * ((key / keyFrom).ln() / (keyTo / keyFrom).ln()) + valueFrom}


def agree(left, right):
    return left == right or (left is not None and Decimal(left) == Decimal(right))


def inside(interval, number):
    low, high = (Decimal(interval[end] or number) for end in ("low", "high"))
    return (low < number or (low == number and (interval["lowIncluded"] or interval["low"] is None))) and (
        number < high or (number == high and (interval["highIncluded"] or interval["high"] is None)))


def rounded(number, rule):
    return number if rule is None else number.quantize(Decimal(1).scaleb(-int(rule["scale"])), MODES[rule["mode"]])


def computed(step, numbers):
    """What the operator of a step makes of these operands."""
    name = step["operator"]
    roles = {operand["role"]: number for operand, number in zip(step["operands"], numbers)}
    return rounded(BY_ROLE[name](**roles) if name in BY_ROLE else BY_ORDER[name](*numbers), step["rounding"])


class Check:
    def __init__(self, record):
        self.record, self.differences, self.place = record, [], ""
        self.inputs = {item["pointer"]: item["value"] for item in record["inputs"]}
        self.choices = {(item["ref"], item["coefficient"], item["cover"], item.get("insured")): item
                        for item in record["choices"]}
        self.registers, self.unread, self.held = {}, {}, None

    def expect(self, holds, message):
        if not holds:
            self.differences.append((self.place + ": " if self.place else "") + message)

    def same(self, what, stated, computed):
        equal = stated is computed if None in (stated, computed) else Decimal(stated) == computed
        self.expect(equal, f"{what} is {stated}, computed {computed}")

    def operand(self, step, operand):
        number, ref, origin = Decimal(operand["value"]), operand["ref"], operand["from"]
        if origin == "REGISTER":
            self.same(f"register {ref} as read", operand["value"], self.registers.get(ref))
            self.unread.pop(ref, None)
        elif origin in ("INPUT", "CONSTANT"):
            known = self.inputs.get(ref) if origin == "INPUT" else CONSTANTS.get(ref)
            self.expect(known is not None and Decimal(known) == number, f"{origin} {ref} is {known}, read as {number}")
        elif origin == "PRODUCT" and ref == "vat/rate":
            self.same("rate of tax", self.record["result"]["vat"]["rate"], number)
        elif origin == "TABLE":
            self.expect(step["hit"] is not None or step["register"].startswith("key:"), "a table is read without a hit")
        elif origin == "CHOICE":
            choice = self.choices[(ref, step["subject"], step["cover"], step.get("insured"))]
            self.same(f"choice {ref}", choice["value"], number)
            self.expect(choice["reason"].strip() != "", f"choice {ref} has no reason")
            self.expect(choice["insideRow"] is True and inside(choice["values"], number)
                        and choice["row"] == step["hit"]["row"], f"choice {ref} is outside its row")
        return number

    def hit(self, step, roles):
        hit = step["hit"]
        for part in hit["key"]:
            known = (self.inputs if part["from"] == "INPUT" else self.registers).get(part["ref"])
            self.expect(part["from"] == "PRODUCT" or agree(known, part["value"]),
                        f"key {part['name']} is {part['value']}, {part['ref']} is {known}")
            self.unread.pop(part["ref"] if part["from"] == "REGISTER" else None, None)
        if hit["keyRange"] is not None and hit["key"]:
            key = Decimal(hit["key"][-1]["value"])
            self.expect(inside(hit["keyRange"], key), f"key {key} is outside row {hit['row']}")
            self.expect("key" not in roles or roles["key"] == key, f"the key is {key}, the operand {roles.get('key')}")
        values, value = hit["values"], Decimal(step["value"])
        low, high = Decimal(values["low"]), Decimal(values["high"])
        if step["operator"] == "LOOKUP":
            self.expect(low == high == roles["value"], f"row {hit['row']} is not the single value {value}")
        elif step["operator"] == "CLAMP":
            quantum = Decimal(1).scaleb(-int(step["rounding"]["scale"]))
            self.same("smallest value", str(roles["lowest"]), low if values["lowIncluded"] else low + quantum)
            self.same("largest value", str(roles["highest"]), high if values["highIncluded"] else high - quantum)
        elif step["operator"].startswith("INTERPOLATE"):
            ends = [Decimal(hit["keyRange"]["low"]), Decimal(hit["keyRange"]["high"])]
            self.expect([roles["keyFrom"], roles["keyTo"]] == ends, "the ends of the key are not those of the row")
            filed = [high, low] if hit["direction"] == "FALLING" else [low, high]
            self.expect(hit["direction"] != "NONE" and [roles["valueFrom"], roles["valueTo"]] in
                        ([filed] if hit["nextRow"] is None else [[low, high], [high, low]]),
                        "the ends of the value are not those of the row")
            self.held = ("CLAMP", step["register"]) if hit["nextRow"] is None else None  # must follow: ends may be open
            return
        self.expect(inside(values, value), f"{value} is outside row {hit['row']}")

    def step(self, step):
        numbers = [self.operand(step, operand) for operand in step["operands"]]
        roles = {operand["role"]: number for operand, number in zip(step["operands"], numbers)}
        value = computed(step, numbers)
        self.expect(self.held in (None, (step["operator"], step["register"])), f"{self.held} is missing")
        self.held = None
        self.same("value", step["value"], value)
        as_filed = step["rounding"] is None or step["operator"] == "CLAMP"  # an end of a row has the decimals filed
        self.expect(as_filed or value.same_quantum(Decimal(step["value"])), "decimals are not as rounded")
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
        for cover in result["covers"]:
            self.same("premium of " + cover["cover"], cover["premium"], get("premium@" + cover["cover"]))
        schedule.sums(self)
        self.same("annual premium", result["annual"], get("annual"))
        self.same("premium of the term", result["term"], get("term"))
        for number in self.unread.values():
            self.expect(False, f"what step {number} writes is never read")
        if self.record["unresolved"]:
            self.same("least open premium", result["openRange"]["minimum"], get("minimum:annual"))
            self.same("greatest open premium", result["openRange"]["maximum"], get("maximum:annual"))
            return
        tax = result["vat"]
        self.same("premium without tax", tax["net"], get("net", get("term")))
        self.same("tax", tax["tax"], get("vat"))
        self.same("premium with tax", tax["gross"], get("gross", get("term")))
        parts = [Decimal(part) for part in result["instalments"]]
        self.expect(sum(parts) == Decimal(tax["gross"]), "the instalments do not add up")
        self.expect(len(set(parts[1:])) <= 1 and 0 <= parts[0] - parts[-1] < Decimal(len(parts)) / 100, "parts differ")


def check(path, key):
    """The differences, and what became of the signature."""
    try:
        whole = seal.read(path)
        record = whole["record"]
        found = Check(record)
        found.expect(whole["formatVersion"] == "1", "unknown format version")
        signature = seal.check(whole, key, found)
        for decision in whole.get("decisions", []):
            seal.check(decision, key, found)
            found.expect(decision["record"]["rateBasisSha256"] == whole["sha256"], "a decision is of another record")
        decimal.setcontext(EXACT)
        for place, step in enumerate(record["steps"], 1):
            found.place = f"step {step['number']} ({step['operator']} {step['register']})"
            found.expect(step["number"] == str(place), "steps are not numbered in order")
            found.step(step)
        found.place = "result"
        if record["result"] is not None:  # a decline has no premium
            found.result()
        found.expect(record["result"] is not None or not record["steps"], "steps without a result")
        found.place = ""
        sections.check(found, computed)
        return found.differences, signature
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as error:
        return [f"not a complete rate-basis record: {type(error).__name__} {error}"], "not checked"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--key", help="public key of the signer: what GET /api/v1/rate-basis-keys answers, or PEM")
    parser.add_argument("file")
    given = parser.parse_args()
    differences, signature = check(given.file, given.key)
    answer = json.dumps({"ok": not differences, "differences": differences, "signature": signature}, ensure_ascii=False)
    print(answer if given.json else "\n".join((differences or ["OK"]) + ["signature: " + signature]))
    sys.exit(1 if differences else 0)
