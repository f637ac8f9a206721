package org.panbao.access.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.panbao.access.Organisation;
import org.panbao.access.store.OrganisationStore;

/** The demo organisations of the database; those that are not there are made. */
final class DemoOrganisations {

    private final OrganisationStore organisations;

    DemoOrganisations(OrganisationStore organisations) {
        this.organisations = organisations;
    }

    /** Their ids, in the order of the list; runs as the operator. */
    Map<DemoOrganisation, UUID> ensure() {
        Map<DemoOrganisation, UUID> ids = new LinkedHashMap<>();
        for (DemoOrganisation demo : DemoOrganisation.load()) {
            ids.put(demo, organisations.findIdByCode(demo.code()).orElseGet(() -> add(demo)));
        }
        return ids;
    }

    private UUID add(DemoOrganisation demo) {
        UUID id = UUID.randomUUID();
        organisations.add(new Organisation(id, demo.code(), demo.kind(), demo.name()));
        return id;
    }
}
