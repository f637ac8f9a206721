package org.panbao.access.demo;

import org.panbao.storage.DataDirectory;
import org.panbao.storage.TenantTransactions;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Demo organisations while tokens come from somebody else: no secret of ours would sign in, so there is none. */
final class DemoWithoutCredentials implements SmartInitializingSingleton {

    private final DataDirectory data;
    private final TenantTransactions transactions;
    private final DemoOrganisations organisations;

    DemoWithoutCredentials(DataDirectory data, TenantTransactions transactions, DemoOrganisations organisations) {
        this.data = data;
        this.transactions = transactions;
        this.organisations = organisations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        data.delete(DemoData.FILE);
        transactions.asOperator(organisations::ensure);
    }
}
