"""The risks of a rate-basis record: a single one, or the insureds of a schedule, whose premiums add up to the whole."""


def risks(record):
    """Id behind the registers, place before the inputs, and what is said of each risk."""
    result = record["result"]
    if "insureds" not in result:
        return [("", "", dict(result, term=record["term"]))]
    escape = lambda name: name.replace("~", "~0").replace("/", "~1")
    return [("#" + one["insured"], "/insureds/" + escape(one["insured"]), one) for one in result["insureds"]]


def sums(found):
    """Every sum has all covers of its risk; every sum over a schedule has all its insureds."""
    each = risks(found.record)
    of_risk = {suffix: sorted("premium@" + cover["cover"] + suffix for cover in risk["covers"])
               for suffix, _, risk in each}
    for step in found.record["steps"]:
        suffix = "#" + step["insured"] if "insured" in step else ""
        refs = sorted(operand["ref"].split(":")[-1] for operand in step["operands"])
        if step["subject"] == "SUM":
            found.expect(refs == of_risk[suffix], "the sum lacks a cover")
        elif step["subject"] == "SCHEDULE":
            name = step["register"].split(":")[-1]
            wanted = sorted(name + suffix for suffix, _, risk in each
                            if step["cover"] is None or step["cover"] in (one["cover"] for one in risk["covers"]))
            found.expect(refs == wanted and suffix == "" and step["operator"] == "ADD", f"{name} lacks an insured")
    if "insureds" in found.record["result"]:
        parts(found, each)


def parts(found, each):
    """The premiums of each insured, and that the whole was made of them."""
    added = {step["register"] for step in found.record["steps"] if step["subject"] == "SCHEDULE"}
    prefixes = ("minimum:", "maximum:") if found.record["unresolved"] else ("",)
    wanted = {prefix + "premium@" + cover["cover"] for prefix in prefixes for cover in found.record["result"]["covers"]}
    wanted |= {prefix + "annual" for prefix in prefixes} | (set() if found.record["unresolved"] else {"term"})
    found.expect(added == wanted, f"the sums over the schedule are {sorted(added)}")
    get = found.registers.get
    for suffix, place, risk in each:
        for cover in risk["covers"]:
            name = "premium@" + cover["cover"] + suffix
            found.same(name, cover["premium"], get(name))
        found.same("annual premium of " + suffix, risk["annual"], get("annual" + suffix))
        found.same("term premium of " + suffix, risk["termPremium"], get("term" + suffix))
        score = found.inputs.get(place + "/controlEffectivenessPercent")
        found.expect(risk["controlEffectivenessPercent"] == score, f"the control effectiveness of {suffix} is {score}")
    covers = sorted({cover["cover"] for _, _, risk in each for cover in risk["covers"]})
    found.expect(covers == sorted(cover["cover"] for cover in found.record["result"]["covers"]), "a cover is of nobody")
