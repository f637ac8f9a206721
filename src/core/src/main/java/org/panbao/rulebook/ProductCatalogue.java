package org.panbao.rulebook;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The products of one release, by id. */
public final class ProductCatalogue {

    private static final String FOLDER = "rules/products/";

    private final SortedMap<String, Product> products;

    private ProductCatalogue(SortedMap<String, Product> products) {
        this.products = Collections.unmodifiableSortedMap(products);
    }

    /**
     * Reads every folder under {@code rules/products} that has a {@code product.yaml}.
     *
     * @throws RulebookException naming file, line and reason of every fault of all products
     */
    public static ProductCatalogue load(ReleaseFiles files) {
        SortedMap<String, Product> products = new TreeMap<>();
        Faults faults = new Faults();
        for (String path : files.matching(FOLDER, "/product.yaml").keySet()) {
            String folder = path.substring(0, path.length() - "product.yaml".length());
            Product product = faults.collect(() -> ProductReader.read(files, folder));
            if (product != null) {
                products.put(product.id(), product);
            }
        }
        faults.throwIfAny(FOLDER);
        return new ProductCatalogue(products);
    }

    /** All products, sorted by id. */
    public Collection<Product> products() {
        return products.values();
    }

    /** The product with this id, or null. */
    public @Nullable Product find(String id) {
        return products.get(id);
    }
}
