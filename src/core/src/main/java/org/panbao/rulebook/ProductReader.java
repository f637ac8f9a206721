package org.panbao.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Product.BaseRate;
import org.panbao.rulebook.Product.Cover;

/** Reads one product folder; every fault is collected before the product is refused. */
final class ProductReader {

    private static final String[] KEYS = {
        "id",
        "name",
        "line",
        "form",
        "sample",
        "filings",
        "eligibility",
        "questionnaire",
        "aggregate",
        "schedule",
        "covers",
        "parameters",
        "derived",
        "relations",
        "coverage",
        "coefficients",
        "operations",
        "rounding",
        "shortTerm",
        "instalments",
        "vat",
        "caps",
        "source"
    };

    private final ReleaseFiles files;
    private final String folder;
    private final YamlNode root;
    private final Faults faults = new Faults();

    private ProductReader(ReleaseFiles files, String folder) {
        this.files = files;
        this.folder = folder;
        this.root = YamlNode.read(files, folder + "product.yaml");
    }

    /**
     * Reads the product in a folder such as {@code rules/products/sample-a/}.
     *
     * @throws RulebookException naming every fault with file and line
     */
    static Product read(ReleaseFiles files, String folder) {
        return new ProductReader(files, folder).read();
    }

    private Product read() {
        root.allow(KEYS);
        String id = root.text("id");
        if (!folder.endsWith("/" + id + "/")) {
            throw root.node("id").fault("the product '" + id + "' must stand in a folder of its name");
        }
        List<Cover> covers = covers();
        List<String> coverIds = covers.stream().map(Cover::id).toList();
        Map<String, Parameter> parameters =
                byId(all("parameters", node -> ParameterReader.parameter(node, coverIds)), Parameter::id);
        Map<String, DerivedParameter> derived =
                byId(all("derived", node -> ParameterReader.derived(node, coverIds)), DerivedParameter::id);
        faults.throwIfAny(folder + "product.yaml");
        DeclaredParameters declared = new DeclaredParameters(coverIds, parameters, derived);
        new ProductChecks(root, declared, faults).checkParameters(covers);
        List<Coefficient> coefficients = coefficients(declared);
        faults.throwIfAny(folder + "product.yaml");
        Product product = assemble(id, covers, declared, coefficients);
        faults.throwIfAny(folder + "product.yaml");
        return product;
    }

    private Product assemble(
            String id, List<Cover> covers, DeclaredParameters declared, List<Coefficient> coefficients) {
        YamlNode rounding = root.node("rounding");
        rounding.allow("coefficient", "cover", "total");
        SaleTermsReader terms = new SaleTermsReader(files, folder, declared, faults);
        return new Product(
                id,
                root.bilingual("name"),
                root.constant("line", Product.Line.class),
                root.constant("form", Product.Form.class),
                root.flag("sample"),
                questionnaire(),
                all("filings", ProductReader::filing),
                root.has("eligibility") ? eligibility(root.node("eligibility")) : null,
                terms.aggregate(root),
                root.has("schedule")
                        ? new ScheduleReader(declared).read(root.node("schedule"), covers, terms.aggregate(root))
                        : null,
                covers,
                declared.parameters(),
                declared.derived(),
                all("relations", node -> ParameterReader.relation(node, declared)),
                itemStatus(covers),
                coefficients,
                all("operations", ProductReader::operation),
                rounding(rounding.node("cover")),
                rounding(rounding.node("total")),
                terms.shortTerm(root.node("shortTerm")),
                terms.instalments(root.node("instalments")),
                terms.vat(root.node("vat")),
                all("caps", terms::cap),
                terms.standingChoices(coefficients),
                root.text("source"),
                FilingNotices.of(covers, coefficients),
                FileDigests.ofAll(pricingFiles()));
    }

    private Map<String, CoverStatus> itemStatus(List<Cover> covers) {
        Map<String, CoverStatus> status = faults.collect(() -> ItemStatusReader.read(root.node("coverage"), covers));
        return status == null ? Map.of() : status;
    }

    private SortedMap<String, byte[]> pricingFiles() {
        SortedMap<String, byte[]> pricing = new TreeMap<>(files.matching(folder, ""));
        pricing.keySet().removeIf(path -> path.startsWith(folder + "scenarios/"));
        return pricing;
    }

    private <T> List<T> all(String name, Function<YamlNode, T> reading) {
        List<T> read = new ArrayList<>();
        for (YamlNode node : root.list(name)) {
            T item = faults.collect(() -> reading.apply(node));
            if (item != null) {
                read.add(item);
            }
        }
        return read;
    }

    private <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T item : items) {
            if (byId.put(id.apply(item), item) != null) {
                faults.add(root.path(), root.line(), "id '" + id.apply(item) + "' stands twice");
            }
        }
        return byId;
    }

    private List<Coefficient> coefficients(DeclaredParameters declared) {
        RoundingRule usual = rounding(root.node("rounding").node("coefficient"));
        CoefficientReader reader = new CoefficientReader(files, folder, declared, usual, faults);
        return List.copyOf(
                byId(all("coefficients", reader::read), Coefficient::id).values());
    }

    private List<Cover> covers() {
        String path = folder + "base-rates.csv";
        CsvTable rates = CsvTable.read(files, path);
        String digest = FileDigests.of(files, path);
        Map<String, BaseRate> byCover = new LinkedHashMap<>();
        for (CsvTable.Row row : rates.rows()) {
            BaseRate rate = new BaseRate(row.id(), row.decimal("rate"), path, digest, row.text("source"));
            if (byCover.put(row.text("cover"), rate) != null) {
                faults.add(path, row.line(), "cover '" + row.text("cover") + "' has two base rates");
            }
        }
        List<Cover> covers = all("covers", node -> cover(node, byCover));
        byCover.keySet().forEach(cover -> faults.add(path, 1, "no cover '" + cover + "' in product.yaml"));
        return List.copyOf(byId(covers, Cover::id).values());
    }

    private static Cover cover(YamlNode node, Map<String, BaseRate> byCover) {
        node.allow("id", "name", "line", "items", "amount", "premiumsOf", "source");
        BaseRate rate = byCover.remove(node.text("id"));
        if (rate == null) {
            throw node.fault("cover '" + node.text("id") + "' has no row in base-rates.csv");
        }
        if (rate.rate().signum() <= 0) {
            throw node.fault("the base rate of cover '" + node.text("id") + "' is not above nothing");
        }
        for (YamlNode item : node.list("items")) {
            ItemStatusReader.requireItem(item);
        }
        return new Cover(
                node.text("id"),
                node.bilingual("name"),
                node.constant("line", Product.Line.class),
                node.texts("items"),
                node.textOrNull("amount"),
                node.texts("premiumsOf"),
                rate,
                node.text("source"));
    }

    /** The full form, unless the product says that the short one is enough. */
    private Product.Questionnaire questionnaire() {
        return root.has("questionnaire")
                ? root.constant("questionnaire", Product.Questionnaire.class)
                : Product.Questionnaire.FULL;
    }

    private static Product.Eligibility eligibility(YamlNode node) {
        node.allow("maxAnnualRevenueCny", "source");
        BigDecimal revenue = ParameterReader.decimal(node, "maxAnnualRevenueCny");
        if (revenue == null) {
            throw node.fault("'maxAnnualRevenueCny' is missing");
        }
        return new Product.Eligibility(revenue, node.text("source"));
    }

    private static Product.Filing filing(YamlNode node) {
        node.allow("insurer", "reference", "filedOn", "territory", "periodFrom", "periodTo", "premiumBeforeCover");
        LocalDate from = date(node, "periodFrom");
        if (from == null) {
            throw node.fault("'periodFrom' is missing");
        }
        return new Product.Filing(
                node.text("insurer"),
                node.text("reference"),
                date(node, "filedOn"),
                node.texts("territory"),
                from,
                date(node, "periodTo"),
                node.has("premiumBeforeCover") && node.flag("premiumBeforeCover"));
    }

    private static @Nullable LocalDate date(YamlNode node, String name) {
        String text = node.textOrNull(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw node.node(name).fault("'" + name + "' is not a date such as 2026-01-31");
        }
    }

    private static Product.Operation operation(YamlNode node) {
        for (Product.Operation operation : Product.Operation.values()) {
            if (operation.name().equals(node.text())) {
                return operation;
            }
        }
        throw node.fault("'" + node.text() + "' is none of " + List.of(Product.Operation.values()));
    }

    /** A rounding rule: {@code {scale: 2, mode: HALF_UP}}. */
    static RoundingRule rounding(YamlNode node) {
        node.allow("scale", "mode");
        BigDecimal scale = ParameterReader.decimal(node, "scale");
        RoundingMode mode = node.constant("mode", RoundingMode.class);
        if (scale == null || scale.scale() != 0 || scale.intValue() > 8 || mode == RoundingMode.UNNECESSARY) {
            throw node.fault("a rounding has a scale of 0 to 8 and a mode");
        }
        return new RoundingRule(scale.intValue(), mode);
    }
}
