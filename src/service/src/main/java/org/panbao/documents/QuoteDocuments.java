package org.panbao.documents;

import java.util.UUID;
import org.panbao.access.Organisation;
import org.panbao.access.Organisations;
import org.panbao.base.Language;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.Plans;
import org.panbao.intake.StoredPlan;
import org.panbao.ratebasis.RateBases;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.releases.Releases;
import org.panbao.rulebook.Product;
import org.panbao.underwriting.Quotes;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.QuoteBody;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the document of a quote from what is kept of it; nothing is decided or priced anew. */
@Component
public class QuoteDocuments {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Quotes quotes;
    private final RateBases rateBases;
    private final Plans plans;
    private final Releases releases;
    private final Organisations organisations;

    QuoteDocuments(Quotes quotes, RateBases rateBases, Plans plans, Releases releases, Organisations organisations) {
        this.quotes = quotes;
        this.rateBases = rateBases;
        this.plans = plans;
        this.releases = releases;
        this.organisations = organisations;
    }

    /** The document; throws {@link Problem} NOT_FOUND when the caller's organisation has no such quote. */
    public Document of(UUID quoteId, Language language) {
        QuoteSource source = load(quoteId);
        Words words = new Words(language);
        Blocks blocks = new Blocks();
        new QuoteSections(source, words).addTo(blocks);
        new RateBasisAppendix(source, words).addTo(blocks);
        return new Document(
                language,
                words.label("title"),
                words.label("number") + " " + quoteId + " · "
                        + words.term("state", source.state().name()),
                words.label("footer").replace("{digest}", source.basis().basis().sha256()),
                source.quote().createdAt(),
                blocks.list());
    }

    private QuoteSource load(UUID quoteId) {
        StoredQuote quote = quotes.load(quoteId);
        StoredRateBasis basis = rateBases.findByQuote(quoteId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        Product product = releases.byDigest(quote.releaseDigest()).products().find(quote.productId());
        if (product == null) {
            throw new IllegalStateException("the release of a quote lacks its product " + quote.productId());
        }
        QuoteBody answer = MAPPER.readValue(quote.body(), QuoteBody.class);
        return new QuoteSource(
                quote,
                quotes.stateToday(quote),
                answer,
                plans.find(quote.planId(), quote.planRevision())
                        .map(StoredPlan::plan)
                        .orElse(null),
                product,
                insurer(answer.filing().insurer()),
                basis,
                MAPPER.readTree(basis.basis().record()));
    }

    private String insurer(String code) {
        return organisations.findByCode(code).map(Organisation::name).orElse(code);
    }
}
