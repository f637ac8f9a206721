package org.panbao.underwriting.answer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Money;
import org.panbao.base.Text;
import org.panbao.rating.RatingResult;

/**
 * A premium in yuan, as text.
 *
 * @param total payable for the term; null while a coefficient is open
 * @param annualTotal for a year, before the short-term factor
 * @param indicative a senior underwriter still has to decide
 * @param minimum least annual premium that can still come out: of the open coefficients, else of the filed rows
 * @param maximum greatest annual premium that can still come out
 * @param filedMinimum least annual premium that the filed rows allow for these parameters
 * @param filedMaximum greatest annual premium that the filed rows allow
 * @param position 0 at the least filed premium, 1 at the greatest
 * @param unresolved coefficients that somebody has to choose
 */
@Schema(name = "Premium")
public record PremiumAnswer(
        @Nullable String total,
        @Nullable String annualTotal,
        @Schema(example = "CNY") String currency,
        boolean indicative,
        List<CoverPremiumBody> covers,
        @Nullable VatBody vat,
        List<String> instalments,
        @Nullable String sumInsured,
        String minimum,
        String maximum,
        String filedMinimum,
        String filedMaximum,
        @Nullable String position,
        List<UnresolvedBody> unresolved,
        List<ChoiceBody> choices,
        List<Finding> warnings) {

    private static final String CURRENCY = "CNY";

    /** Annual premium of one cover. */
    @Schema(name = "CoverPremium")
    public record CoverPremiumBody(
            String coverId, @Nullable String premium, String filedMinimum, String filedMaximum) {}

    /** Value-added tax inside or on top of the filed rates. */
    @Schema(name = "Vat")
    public record VatBody(String rate, boolean included, String net, String tax, String gross) {}

    /** A coefficient that has to be chosen inside its row. */
    @Schema(name = "Unresolved")
    public record UnresolvedBody(
            String coefficient,
            @Nullable String cover,
            @Nullable String row,
            Text name,
            String minimum,
            String maximum,
            Text why) {}

    /** A value that was chosen inside its row, by a person or by the insurer's standing choice. */
    @Schema(name = "ChoiceUsed")
    public record ChoiceBody(
            String coefficient,
            @Nullable String cover,
            String row,
            String range,
            String value,
            boolean standing,
            String reason,
            String by,
            @Nullable String evidence) {}

    /** The answer for a calculation. */
    public static PremiumAnswer of(RatingResult rating, boolean indicative, @Nullable BigDecimal sumInsuredCny) {
        RatingResult.Range open = rating.openRange() == null ? rating.filedRange() : rating.openRange();
        return new PremiumAnswer(
                text(rating.vat() == null ? rating.termTotal() : rating.vat().gross()),
                text(rating.annualTotal()),
                CURRENCY,
                indicative,
                rating.covers().stream().map(PremiumAnswer::cover).toList(),
                vat(rating.vat()),
                rating.instalments().stream().map(Money::toString).toList(),
                sumInsuredCny == null ? null : sumInsuredCny.setScale(2).toPlainString(),
                open.minimum().toString(),
                open.maximum().toString(),
                rating.filedRange().minimum().toString(),
                rating.filedRange().maximum().toString(),
                rating.positionInRange() == null
                        ? null
                        : rating.positionInRange().toPlainString(),
                rating.unresolved().stream().map(PremiumAnswer::unresolved).toList(),
                rating.choices().stream().map(PremiumAnswer::choice).toList(),
                rating.warnings());
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    private static CoverPremiumBody cover(RatingResult.CoverPremium cover) {
        return new CoverPremiumBody(
                cover.cover(),
                text(cover.premium()),
                cover.filedRange().minimum().toString(),
                cover.filedRange().maximum().toString());
    }

    private static @Nullable VatBody vat(RatingResult.@Nullable VatSplit vat) {
        return vat == null
                ? null
                : new VatBody(
                        vat.rate().toPlainString(),
                        vat.includedInRates(),
                        vat.net().toString(),
                        vat.tax().toString(),
                        vat.gross().toString());
    }

    private static UnresolvedBody unresolved(RatingResult.Unresolved open) {
        return new UnresolvedBody(
                open.coefficient(),
                open.cover(),
                open.row(),
                open.name(),
                open.minimum().toPlainString(),
                open.maximum().toPlainString(),
                open.why());
    }

    private static ChoiceBody choice(RatingResult.ChoiceUsed used) {
        return new ChoiceBody(
                used.coefficient(),
                used.cover(),
                used.row(),
                used.values().toString(),
                used.value().toPlainString(),
                used.standing(),
                used.choice().reason(),
                used.choice().by(),
                used.choice().evidence());
    }
}
