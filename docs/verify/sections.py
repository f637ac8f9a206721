"""What a rate-basis record says of its steps: filing, term, filed range, caps, totals, exposure, overrides, checks."""
import calendar
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

import schedule

DIVISION = Context(prec=34, rounding=ROUND_HALF_EVEN, Emax=6144, Emin=-6143)
FEN, POSITION, SLIP = Decimal("0.01"), Decimal("0.0001"), Decimal(10000)


def check(found, computed):
    """Adds what does not agree to what was found, after the steps were re-computed."""
    record = found.record
    filing = record["identity"]["filing"]
    found.expect(filing["reference"].strip() != "", "the filing has no reference")
    found.expect(filing["periodFrom"] <= record["identity"]["ratingDate"], "the filing was not yet in force")
    for choice in record["choices"]:
        open_ends(found, choice)
    if record["result"] is not None:
        filed_range(found, computed)
        for _, place, risk in schedule.risks(record):
            term(found, risk["term"], place)
    caps(found)
    totals(found)
    exposure(found)
    for override in record.get("overrides", []):
        overridden(found, override)
    for each in record.get("rangeChecks", []):
        verdict = judged(*(each[name] and Decimal(each[name]) for name in ("value", "low", "high")))
        found.expect(each["verdict"] == verdict, f"range check {each['check']} is computed {verdict}")


def open_ends(found, choice):
    """The least and greatest value to choose: an end of the row, or beside it by one unit of the last decimal."""
    values = choice["values"]
    for name, end, sign in (("minimum", "low", 1), ("maximum", "high", -1)):
        inwards = (Decimal(choice[name]) - Decimal(values[end])) * sign
        beside = inwards > 0 and inwards.normalize().as_tuple().digits == (1,)
        fits = inwards == 0 if values[end + "Included"] else beside
        found.expect(fits, f"the {name} of choice {choice['ref']} does not fit its row")


def month_later(first, count):
    """First day after so many months; where the month has no such day, its last day still belongs to the term."""
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    if first.day <= calendar.monthrange(year, month + 1)[1]:
        return date(year, month + 1, first.day)
    return date(year + (month == 11), (month + 1) % 12 + 1, 1)


def term(found, stated, place):
    """Months and days of a term against the inputs that the steps read, and against its dates."""
    months, days = (found.inputs.get(place + "/term/" + unit) for unit in ("months", "days"))
    found.same("months of the term", stated["months"], Decimal(months))
    lacking = {value is None for value in (stated["inception"], stated["expiry"], days)}
    found.expect(len(lacking) == 1, "a date or the days of the term are missing")
    if days is not None:
        first, last = (date.fromisoformat(stated[end]) for end in ("inception", "expiry"))
        found.same("days of the term", days, Decimal((last - first).days + 1))
        apart = (last.year - first.year) * 12 + last.month - first.month
        begun = apart if month_later(first, apart) > last else apart + 1
        found.same("months begun", stated["months"], Decimal(begun))


def registers_at(found, computed, end):
    """The steps once more, with every value that a filed row leaves open at its least or at its greatest."""
    registers = {}
    for step in found.record["steps"]:
        numbers = [registers[operand["ref"]] if operand["from"] == "REGISTER" else Decimal(operand["value"])
                   for operand in step["operands"]]
        value = computed(step, numbers)
        if step["operator"] == "CHOOSE":
            operand = step["operands"][0]
            value = Decimal(found.choices[(operand["ref"], step["subject"], step["cover"], step.get("insured"))][end])
        elif step["operator"] == "CLAMP":
            value = numbers[1 if end == "minimum" else 2]
        registers[step["register"]] = value
    return registers


def filed_range(found, computed):
    result = found.record["result"]
    for end in ("minimum", "maximum"):
        registers = registers_at(found, computed, end)
        prefix = end + ":" if found.record["unresolved"] else ""
        filed_ranges = {"premium@" + cover["cover"] + suffix: cover["filedRange"]
                        for suffix, _, risk in [("", "", result)] + schedule.risks(found.record)
                        for cover in risk["covers"]}
        for name, filed in [("annual", result["filedRange"])] + list(filed_ranges.items()):
            found.same(f"filed {end} of {name}", filed[end], registers[prefix + name].quantize(FEN, ROUND_HALF_UP))
    least, greatest = (Decimal(result["filedRange"][end]) for end in ("minimum", "maximum"))
    position = None
    if result["annual"] is not None:
        annual = Decimal(result["annual"])
        found.expect(least <= annual <= greatest, "the premium is outside the filed range")
        if least < greatest:
            position = ((annual - least) / (greatest - least)).quantize(POSITION, ROUND_HALF_UP)
    found.same("position in the filed range", result["positionInRange"], position)


def caps(found):
    held = {}
    for step in found.record["steps"]:
        if step["operator"] in ("MIN", "MAX") and step["after"] is not None:
            first = held.get((step["subject"], step["register"]), (step["before"],))[0]
            held[(step["subject"], step["register"])] = (first, step["after"])
    stated = {(cap["cap"], cap["register"]): cap for cap in found.record["caps"]}
    found.expect(stated.keys() == held.keys(), "the caps are not those of the steps")
    for key in stated.keys() & held.keys():
        uncapped, capped = (Decimal(number) for number in held[key])
        found.same(f"cap {key} before", stated[key]["uncapped"], uncapped)
        found.same(f"cap {key} after", stated[key]["capped"], capped)
        found.expect(stated[key]["bound"] is (uncapped != capped), f"whether cap {key} bound is not right")


def totals(found):
    """Product of the coefficients of each cover, before and after its caps."""
    computed = {}
    for step in found.record["steps"]:
        if step["cover"] is not None and step["after"] is not None:
            total = computed.setdefault(step["register"], {"total": Decimal(1)})
            value = Decimal(step["value"])
            if step["subject"] == "BASE":
                total.update(base=value, uncapped=value, capped=value)
            elif step["operator"] == "MULTIPLY":
                total.update(total=total["total"] * Decimal(step["operands"][1]["value"]), uncapped=value, capped=value)
            elif step["operator"] in ("MIN", "MAX"):
                total.update(capped=value)
    stated = {total["register"]: total for total in found.record["coefficientTotals"]}
    found.expect(stated.keys() == computed.keys(), "the totals of coefficients are not those of the covers")
    for register in stated.keys() & computed.keys():
        one, total = stated[register], computed[register]
        for name in ("base", "total", "uncapped", "capped"):
            found.same(f"{name} of {register}", one[name], total[name])
        found.expect(one["bound"] is (total["capped"] != total["uncapped"]), f"whether {register} was capped is wrong")
        capped = total["total"]
        if one["bound"]:
            capped = DIVISION.divide(total["capped"], total["base"]) if total["base"] else None
        found.same(f"capped total of {register}", one["cappedTotal"], capped)


def exposure(found):
    steps = found.record["steps"]
    amounts = {(step.get("insured"), step["cover"], operand["from"], operand["ref"].split(":")[-1],
                Decimal(operand["value"]))
               for step in steps if step["subject"] == "BASE"
               for operand in step["operands"] if operand["role"] == "amount"}
    for one in found.record["exposure"]:
        place = (one.get("insured"), one["cover"], one["from"], one["ref"].split(":")[-1], Decimal(one["amount"]))
        found.expect(place in amounts, f"the exposure of {one['cover']} is not what its base rate was applied to")
        for band in one["bands"]:
            hits = [step["hit"] for step in steps if step["subject"] == band["coefficient"] and step["hit"] is not None
                    and step["cover"] in (None, one["cover"]) and step.get("insured") in (None, one.get("insured"))]
            found.expect(any(hit["table"] == band["table"] and hit["row"] == band["row"] and hit["key"]
                             and Decimal(hit["key"][-1]["value"]) == Decimal(band["key"]) for hit in hits),
                         f"the band of {band['coefficient']} was not hit")
    each = [] if found.record["result"] is None else schedule.risks(found.record)
    covers = sorted(cover["cover"] + suffix for suffix, _, risk in each for cover in risk["covers"])
    exposed = sorted(one["cover"] + ("#" + one["insured"] if "insured" in one else "")
                     for one in found.record["exposure"])
    found.expect(exposed == covers, "an exposure is missing")


def overridden(found, override):
    choice = found.choices.get(
        (override["ref"], override["coefficient"], override["cover"], override.get("insured")))
    known = choice is not None and Decimal(choice["value"]) == Decimal(override["newValue"])
    found.expect(known, f"nothing was chosen for the override of {override['coefficient']}")
    if known:
        before = choice["standingValue"] if choice["placedValue"] is None else choice["placedValue"]
        found.expect(before == override["oldValue"], f"the old value of {override['coefficient']} is {before}")


def judged(value, low, high):
    def inside(number):
        return (low is None or number >= low) and (high is None or number <= high)
    if inside(value):
        return "PLAUSIBLE"
    return "SLIP" if inside(value * SLIP if low is not None and value < low else value / SLIP) else "IMPLAUSIBLE"
