package org.panbao.access.http;

/** Answers as the description shows them. */
final class AccessExamples {

    static final String ORGANISATION = """
            {"id": "0195c5a2-1c70-4f5e-9d3a-5b6c7d8e9f01", "code": "east-insurer", "kind": "INSURER",
             "name": "East Insurance"}
            """;

    static final String CLIENT = """
            {"id": "0195c5a2-2a11-4b8c-8e21-0a1b2c3d4e5f", "organisationId": "0195c5a2-1c70-4f5e-9d3a-5b6c7d8e9f01",
             "clientId": "east-insurer.quotes", "role": "insurer", "clientSecret": "shown this once"}
            """;

    static final String GRANT = """
            {"id": "0195c5a2-3b22-4c9d-9f32-1b2c3d4e5f60", "organisationId": "0195c5a2-0b60-4e4d-8c29-4a5b6c7d8e90",
             "planId": "0195c5a2-7d1e-4c3b-9a44-6f2f8f1f4a10",
             "granteeOrganisationId": "0195c5a2-1c70-4f5e-9d3a-5b6c7d8e9f01", "purpose": "QUOTE",
             "validTo": "2027-03-01T16:00:00Z", "grantedBy": "demo-enterprise-1.enterprise",
             "grantedAt": "2026-12-01T08:30:00Z", "revokedAt": null}
            """;

    private AccessExamples() {}
}
