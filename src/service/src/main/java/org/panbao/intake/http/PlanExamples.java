package org.panbao.intake.http;

/** Examples of the OpenAPI description. */
final class PlanExamples {

    static final String PLAN = """
            {
              "formatVersion": "1",
              "form": "SHORT",
              "planName": "Cyber insurance for Example Software",
              "direction": "OTHER",
              "directionNote": "software",
              "asOf": "2026-02-28",
              "policyholder": {
                "name": "Example Software Co., Ltd.",
                "creditCode": "91350100M000100Y43",
                "region": "350100",
                "nature": "PRIVATE"
              },
              "insureds": [
                {
                  "insuredId": "self",
                  "relationship": "SELF",
                  "name": "Example Software Co., Ltd.",
                  "creditCode": "91350100M000100Y43",
                  "region": "350100",
                  "industry": "6513",
                  "annualRevenueCny": "8000000.00",
                  "staffCount": 35,
                  "personalRecordCount": 3000
                }
              ],
              "informatization": {},
              "security": {"answers": [{"questionId": "Q-G1", "state": "YES"}]},
              "need": {"covers": [{"item": "P07", "limitCny": "200000.00"}], "term": "P12M"}
            }""";

    static final String STORED = """
            {
              "planId": "4f1c2d1e-6f0b-4b7e-9d0a-2f6f3c1f0a11",
              "revision": 1,
              "findings": [
                {
                  "severity": "INFO",
                  "pointer": "/insureds/0/grossMarginPercent",
                  "code": "missing-gross-margin",
                  "message": {
                    "zh": "…",
                    "en": "The gross margin (insureds, item 1) is not stated; score, cover or premium need it."
                  }
                }
              ],
              "missing": ["/insureds/0/grossMarginPercent"]
            }""";

    static final String REFUSED = """
            {
              "type": "/problems/plan-invalid",
              "status": 422,
              "code": "plan-invalid",
              "findings": [
                {
                  "severity": "ERROR",
                  "pointer": "/insureds/0/creditCode",
                  "code": "uscc-check-digit",
                  "message": {
                    "zh": "…",
                    "en": "The check character of the credit code of the insured (insureds, item 1) is wrong."
                  }
                }
              ]
            }""";

    private PlanExamples() {}
}
