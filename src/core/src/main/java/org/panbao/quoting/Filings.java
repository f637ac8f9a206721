package org.panbao.quoting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.profile.Profile;
import org.panbao.rulebook.Product;

/** Finds the filing under which an insurer may sell a product: its own, in force, and for every insured's place. */
final class Filings {

    private static final Messages MESSAGES = Messages.of(Filings.class, "quoting");

    private static final String MAINLAND = "CN";

    /** Province codes of GB/T 2260 that mainland filings do not reach: Taiwan, Hong Kong, Macao. */
    private static final List<String> OUTSIDE_MAINLAND = List.of("71", "81", "82");

    private Filings() {}

    /** Throws PRODUCT_NOT_SOLD_BY_INSURER, naming the regions when only the territory stands against it. */
    static Product.Filing find(Product product, String insurer, Profile profile) {
        LocalDate day = profile.ratingDate();
        List<Product.Filing> inForce = product.filings().stream()
                .filter(filing -> filing.insurer().equals(insurer))
                .filter(filing -> !filing.periodFrom().isAfter(day))
                .filter(filing ->
                        filing.periodTo() == null || !filing.periodTo().isBefore(day))
                .toList();
        List<String> regions = profile.enterprise().regions();
        for (Product.Filing filing : inForce) {
            if (regions.stream().allMatch(region -> covers(filing.territory(), region))) {
                return filing;
            }
        }
        if (inForce.isEmpty()) {
            throw new Problem(
                    ProblemCode.PRODUCT_NOT_SOLD_BY_INSURER,
                    Map.of("product", product.id(), "insurer", insurer, "ratingDate", day.toString()));
        }
        throw outside(product, inForce.get(0), regions, day);
    }

    private static Problem outside(Product product, Product.Filing filing, List<String> regions, LocalDate day) {
        TreeSet<String> beyond = new TreeSet<>(regions);
        beyond.removeIf(region -> covers(filing.territory(), region));
        Map<String, String> values = Map.of(
                "product", product.id(),
                "insurer", filing.insurer(),
                "ratingDate", day.toString(),
                "territory", String.join(", ", filing.territory()),
                "region", String.join(", ", beyond));
        Finding finding = new Finding(
                Severity.ERROR, "/plan/insureds", "outside-territory", MESSAGES.text("outside-territory", values));
        return new Problem(ProblemCode.PRODUCT_NOT_SOLD_BY_INSURER, values, List.of(finding));
    }

    /** {@code CN} is every mainland code; {@code 310000} all of Shanghai; {@code 330100} one city with its districts. */
    static boolean covers(List<String> territory, String region) {
        for (String code : territory) {
            boolean inside = code.equals(MAINLAND)
                    ? OUTSIDE_MAINLAND.stream().noneMatch(region::startsWith)
                    : region.startsWith(code.replaceFirst("(00){1,2}$", ""));
            if (inside) {
                return true;
            }
        }
        return false;
    }
}
