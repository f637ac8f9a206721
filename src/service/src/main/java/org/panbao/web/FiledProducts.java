package org.panbao.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.panbao.access.CurrentCaller;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Product;
import org.springframework.stereotype.Component;

/** What an organisation has filed, and so can quote. */
@Component
final class FiledProducts {

    private final Releases releases;
    private final CurrentCaller callers;
    private final Clock clock;

    FiledProducts(Releases releases, CurrentCaller callers, Clock clock) {
        this.releases = releases;
        this.callers = callers;
        this.clock = clock;
    }

    /** The products of the caller's organisation in the release of today. */
    List<Product> ofCaller() {
        LocalDate today = LocalDate.now(clock);
        String insurer = callers.require().organisationCode();
        return releases.live(today, today).products().products().stream()
                .filter(product -> product.filings().stream()
                        .anyMatch(filing -> filing.insurer().equals(insurer)))
                .toList();
    }
}
