package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.access.CurrentCaller;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.quoting.RequestAmounts;
import org.panbao.rating.RateBasisTree;
import org.panbao.rating.RatingInput;
import org.panbao.rating.RatingResult;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.request.RatingFields;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Filed tariffs on their own: to be read, and to be calculated with, without a plan. */
@RestController
@RequestMapping(path = "/api/v1/products", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "products")
final class ProductController {

    private static final int MAX_NUMBER_LENGTH = 10;

    private final Releases releases;
    private final CurrentCaller callers;
    private final Clock clock;

    ProductController(Releases releases, CurrentCaller callers, Clock clock) {
        this.releases = releases;
        this.callers = callers;
        this.clock = clock;
    }

    /** The products of one release. */
    @Schema(name = "Products")
    record Products(String release, List<ProductBody> items) {}

    /**
     * A premium of a tariff on its own.
     *
     * @param steps every step, as in a rate basis
     * @param warnings amounts of the request that look wrong, by their place
     */
    @Schema(name = "PremiumCalculation")
    record Calculation(
            String productId,
            String release,
            PremiumAnswer premium,
            @Nullable Object inputs,
            @Nullable Object steps,
            List<Finding> warnings) {}

    @Operation(summary = "List products")
    @ApiResponse(responseCode = "200", description = "The products of the release that serves the rating date")
    @GetMapping
    Products list(@RequestParam(required = false) @Nullable LocalDate ratingDate) {
        Rulebook rulebook = rulebook(ratingDate);
        return new Products(
                rulebook.release().digest(),
                rulebook.products().products().stream().map(ProductBody::of).toList());
    }

    @Operation(summary = "Read a product", description = "Covers, parameters, coefficients with every filed row.")
    @ApiResponse(responseCode = "200", description = "The product")
    @GetMapping("/{productId}")
    ProductBody get(@PathVariable String productId, @RequestParam(required = false) @Nullable LocalDate ratingDate) {
        return ProductBody.of(product(rulebook(ratingDate), productId));
    }

    @Operation(
            summary = "Calculate a premium by a filed tariff",
            description = "Without a plan. A coefficient that nobody chose and that follows from no parameter is asked "
                    + "for: then there is a least and a greatest premium and no total. Nothing is stored.")
    @ApiResponse(responseCode = "200", description = "The premium, its range and every step")
    @PostMapping(path = "/{productId}/premium", consumes = MediaType.APPLICATION_JSON_VALUE)
    Calculation premium(
            @PathVariable String productId,
            @RequestParam(required = false) @Nullable LocalDate ratingDate,
            @RequestBody PremiumBody body) {
        Rulebook rulebook = rulebook(ratingDate);
        Product product = product(rulebook, productId);
        RatingInput input = input(body);
        RequestAmounts amounts = new RequestAmounts(rulebook, product, null);
        List<Finding> noticed = amounts.check(input.covers(), input.parameters());
        RatingResult rating = amounts.rate(input, noticed);
        Map<String, Object> tree = RateBasisTree.of(rating);
        return new Calculation(
                productId,
                rulebook.release().digest(),
                PremiumAnswer.of(rating, false, null),
                tree.get("inputs"),
                tree.get("steps"),
                noticed);
    }

    private RatingInput input(PremiumBody body) {
        RatingFields fields = new RatingFields(callers.require());
        RatingInput input = new RatingInput(
                fields.covers(body.covers()),
                fields.parameters(body.parameters()),
                fields.choices(body.choices()),
                fields.term(body.term(), body.inception(), body.expiry()),
                percent(body.controlEffectivenessPercent(), fields),
                Boolean.TRUE.equals(body.useStandingChoices()));
        fields.refuseFaults();
        return input;
    }

    private static @Nullable BigDecimal percent(@Nullable String text, RatingFields fields) {
        if (text == null) {
            return null;
        }
        if (text.length() <= MAX_NUMBER_LENGTH && text.matches("\\d+(\\.\\d+)?")) {
            return new BigDecimal(text);
        }
        fields.fault("/controlEffectivenessPercent", "number-malformed");
        return null;
    }

    private Rulebook rulebook(@Nullable LocalDate ratingDate) {
        if (!RatingFields.isPlausible(ratingDate)) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "ratingDate"));
        }
        LocalDate today = LocalDate.now(clock);
        return releases.live(ratingDate == null ? today : ratingDate, today);
    }

    private static Product product(Rulebook rulebook, String productId) {
        Product product = rulebook.products().find(productId);
        if (product == null) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of("product", RatingFields.shown(productId)));
        }
        return product;
    }
}
