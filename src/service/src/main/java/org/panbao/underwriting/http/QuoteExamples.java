package org.panbao.underwriting.http;

/** Answers as the description shows them, shortened. */
final class QuoteExamples {

    private static final String ANSWER = """
             "quoteId": "0195c5a2-9b40-4d1c-8a77-2f1f0a6b3c21",
             "reasons": [], "planId": "0195c5a2-7d1e-4c3b-9a44-6f2f8f1f4a10", "planRevision": 1,
             "productId": "sample-a", "ratingDate": "2026-12-01", "term": "P12M", "expiresOn": "2026-12-31",
             "premium": {"total": "12345.67", "annualTotal": "12345.67", "currency": "CNY", "indicative": false},
             "coInsurance": [{"insurer": "demo-insurer-1", "sharePercent": "60", "lead": true},
                             {"insurer": "demo-insurer-2", "sharePercent": "40", "lead": false}],
             "reinsuranceCapacityCny": null,
             "ownShare": {"percent": "60", "sumInsured": "2400000.00", "capacity": "100000000"},
             "premiumBeforeCover": true, "specialAgreements": [],
             "rateBasisId": "0195c5a2-9b41-4e02-b0d9-6d0f7d2f5e11",
            """;

    static final String QUOTED = """
            {"decision": "ACCEPT",
            """ + ANSWER + """
             "state": "OFFERED", "createdAt": "2026-12-01T08:30:00Z", "createdBy": "demo-insurer-1.insurer",
             "history": [{"seq": 1, "state": "OFFERED", "action": "PRICED", "by": "demo-insurer-1.insurer",
                          "role": "insurer", "at": "2026-12-01T08:30:00Z", "reason": null}]}
            """;

    static final String APPROVED = """
            {"decision": "REFER",
            """ + ANSWER + """
             "state": "APPROVED", "createdAt": "2026-12-01T08:30:00Z", "createdBy": "demo-insurer-1.insurer",
             "history": [{"seq": 1, "state": "REFERRED", "action": "PRICED", "by": "demo-insurer-1.insurer",
                          "role": "insurer", "at": "2026-12-01T08:30:00Z", "reason": null},
                         {"seq": 2, "state": "APPROVED", "action": "APPROVE", "by": "demo-insurer-1.senior",
                          "role": "underwriter-senior", "at": "2026-12-02T01:05:00Z",
                          "reason": "evidence of MFA was provided"}]}
            """;

    static final String REPLAYED = """
            {"quoteId": "0195c5a2-9b40-4d1c-8a77-2f1f0a6b3c21", "identical": true, "differences": []}
            """;

    static final String PREMIUM = """
            {"productId": "sample-a", "release": "9f2c4a1be07d",
             "premium": {"total": "12345.67", "annualTotal": "12345.67", "currency": "CNY", "indicative": false,
                         "covers": [{"coverId": "CYBER", "premium": "12345.67", "filedMinimum": "8641.97",
                                     "filedMaximum": "18518.51"}],
                         "minimum": "8641.97", "maximum": "18518.51", "unresolved": []},
             "warnings": []}
            """;

    private QuoteExamples() {}
}
