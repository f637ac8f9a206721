package org.panbao.rating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Money;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.ProductCatalogue;
import org.panbao.rulebook.ReleaseFiles;

/** The shipped products, the test products, and requests written down briefly. */
public final class RatingFixtures {

    public static final Path TOP = Path.of(System.getProperty("panbao.top", "../.."));

    private static final ProductCatalogue SHIPPED = ProductCatalogue.load(shippedFiles());
    private static final ProductCatalogue TESTED = ProductCatalogue.load(testFiles());

    private RatingFixtures() {}

    public static ReleaseFiles shippedFiles() {
        return ReleaseFiles.ofFolder(TOP);
    }

    /** The products under {@code src/test/resources/products}, as if they stood in a release. */
    public static ReleaseFiles testFiles() {
        Path folder = TOP.resolve("src/core/src/test/resources/products");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put("rules/products/" + folder.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReleaseFiles.of(files);
    }

    public static Product product(String id) {
        Product product = SHIPPED.find(id) == null ? TESTED.find(id) : SHIPPED.find(id);
        if (product == null) {
            throw new IllegalArgumentException(id);
        }
        return product;
    }

    /** A request that is filled in line by line. */
    public static final class Request {
        private final Map<String, Map<String, InputValue>> covers = new LinkedHashMap<>();
        private final Map<String, InputValue> parameters = new LinkedHashMap<>();
        private final Map<String, Choice> choices = new LinkedHashMap<>();
        private Term term = Term.YEAR;
        private @Nullable BigDecimal score;
        private boolean standing;

        /** A parameter of a cover. */
        public Request cover(String cover, String parameter, String value) {
            covers.computeIfAbsent(cover, unused -> new LinkedHashMap<>()).put(parameter, InputValue.of(value));
            return this;
        }

        /** A cover without parameters of its own. */
        public Request cover(String cover) {
            covers.computeIfAbsent(cover, unused -> new LinkedHashMap<>());
            return this;
        }

        public Request parameter(String parameter, String value) {
            parameters.put(parameter, InputValue.of(value));
            return this;
        }

        public Request choice(String coefficient, String value) {
            return choice(coefficient, value, "as agreed with the insured");
        }

        public Request choice(String coefficient, String value, String reason) {
            choices.put(coefficient, Choice.of(value, reason, "underwriter-1"));
            return this;
        }

        /** Takes a parameter of a cover back. */
        public Request without(String cover, String parameter) {
            covers.getOrDefault(cover, new LinkedHashMap<>()).remove(parameter);
            return this;
        }

        public Request withoutChoice(String coefficient) {
            choices.remove(coefficient);
            return this;
        }

        public Request term(Term newTerm) {
            this.term = newTerm;
            return this;
        }

        public Request score(String percent) {
            this.score = new BigDecimal(percent);
            return this;
        }

        public Request standingChoices() {
            this.standing = true;
            return this;
        }

        public RatingInput build() {
            return new RatingInput(covers, parameters, choices, term, score, standing);
        }

        public RatingResult rate(String product) {
            return TariffCalculator.rate(product(product), build());
        }
    }

    /** Golden vector of tariff A: 67,286.63 a year. */
    public static Request goldenA() {
        return new Request()
                .cover("DR", "limit", "2000000")
                .cover("IR", "limit", "1000000")
                .cover("BI", "dailyLimit", "50000")
                .cover("BI", "indemnityDays", "30")
                .cover("BI", "waitingDays", "3")
                .parameter("deductiblePercent", "10")
                .parameter("aggregateLimit", "4000000")
                .parameter("perEventLimit", "2000000")
                .parameter("channel", "DIRECT")
                .parameter("lossRatioPercent", "60")
                .choice("DR_LIMIT", "0.85")
                .choice("IR_LIMIT", "0.85")
                .choice("BI_DAILY_LIMIT", "0.95")
                .choice("BI_PERIOD", "1.05")
                .choice("AGGREGATE_RATIO", "1.05")
                .choice("RISK_MANAGEMENT", "1.2")
                .choice("CHANNEL", "0.9")
                .choice("LOSS_RATIO", "1.0");
    }

    /** Tariff A with every row placed by its parameter or the score; channel and loss ratio stay open. */
    public static Request placedA() {
        return new Request()
                .cover("DR", "limit", "1500000")
                .cover("IR", "limit", "1200000")
                .cover("BI", "dailyLimit", "30000")
                .cover("BI", "indemnityDays", "45")
                .parameter("aggregateLimit", "3500000")
                .parameter("perEventLimit", "2000000")
                .score("65");
    }

    /** Tariff A with a choice, placed rows and standing choices side by side. */
    public static Request mixedA() {
        return goldenA()
                .withoutChoice("IR_LIMIT")
                .withoutChoice("BI_PERIOD")
                .withoutChoice("RISK_MANAGEMENT")
                .score("65");
    }

    /** Golden vector of tariff B: 8,533.80. */
    public static Request goldenB() {
        Request request = new Request()
                .cover("DET", "limit", "500000")
                .cover("PR", "limit", "200000")
                .cover("NOT", "limit", "200000")
                .cover("BI", "limit", "3000000")
                .cover("DR", "limit", "1000000")
                .cover("EXT", "limit", "500000")
                .cover("BI", "waitingDays", "5")
                .cover("BI", "deductiblePercent", "10")
                .cover("BI", "indemnityMonths", "3")
                .parameter("deductible", "20000")
                .parameter("lossRatioPercent", "70");
        return request.choice("SECURITY_LEVEL", "1.1").choice("LOSS_RATIO", "1.0");
    }

    /** Golden vector of tariff C: 7,447.93. */
    public static Request goldenC() {
        return new Request()
                .cover("IT", "limit", "10000000")
                .cover("NI", "limit", "10000000")
                .cover("PT", "limit", "2000000")
                .cover("RE", "reducedPercent", "90")
                .cover("IT", "retroactiveRatio", "1")
                .cover("IT", "itBusiness", "SOME")
                .cover("NI", "profitDays", "90")
                .cover("NI", "recoveryDays", "30")
                .cover("NI", "profitDeductible", "20000")
                .cover("NI", "costDeductible", "5000")
                .cover("NI", "waitingDays", "3")
                .parameter("deductible", "20000")
                .parameter("information", "RAISED")
                .parameter("history", "FEW")
                .parameter("revenueLevel", "NEAR")
                .parameter("lossRatioPercent", "70")
                .choice("IT_BUSINESS", "1.2")
                .choice("SECURITY_LEVEL", "0.9")
                .choice("INFORMATION", "1.2")
                .choice("HISTORY", "1.0")
                .choice("REVENUE", "1.1")
                .choice("LOSS_RATIO", "1.0");
    }

    /** The test product with caps. */
    public static Request testX(String limit, String revenue) {
        return new Request().cover("ONE", "limit", limit).parameter("annualRevenue", revenue);
    }

    /** Golden vector of tariff D: 10,816.00. */
    public static Request goldenD() {
        return new Request()
                .cover("CYBER", "limit", "1000000")
                .parameter("perEventLimit", "100000")
                .parameter("deductible", "1000")
                .parameter("lossRatioPercent", "70")
                .parameter("renewalYears", "0")
                .parameter("annualRevenue", "50000000")
                .parameter("industry", "C")
                .choice("RISK_MANAGEMENT", "1.0")
                .choice("LOSS_RATIO", "1.0");
    }

    /** Annual premium by cover id, of the covers that have one. */
    static Map<String, Money> premiumByCover(RatingResult result) {
        Map<String, Money> premiums = new LinkedHashMap<>();
        for (RatingResult.CoverPremium cover : result.covers()) {
            if (cover.premium() != null) {
                premiums.put(cover.cover(), cover.premium());
            }
        }
        return premiums;
    }
}
