package org.panbao.underwriting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.panbao.underwriting.store.JdbcQuoteStore;
import org.springframework.stereotype.Component;

/** Gives kept quotes to those who show them. Shows the caller's organisation its own only. */
@Component
public class Quotes {

    private static final int CURSOR_COLUMNS = 2;

    private final JdbcQuoteStore store;
    private final Clock clock;

    Quotes(JdbcQuoteStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The quote; throws {@link Problem} NOT_FOUND when the caller's organisation has none with this id. */
    public StoredQuote load(UUID quoteId) {
        return store.find(quoteId).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** What a quote's state is today. */
    public QuoteState stateToday(StoredQuote quote) {
        return quote.stateOn(LocalDate.now(clock));
    }

    /** What has happened to a quote by today, its lapse included. */
    public List<QuoteEvent> historyToday(StoredQuote quote) {
        return quote.historyOn(LocalDate.now(clock));
    }

    /** Quotes that match, newest first; {@code request} is of {@link #page}. */
    public Page<ListedQuote> list(QuoteFilter filter, PageRequest request) {
        return Page.of(store.list(filter, LocalDate.now(clock), request), request, Quotes::key);
    }

    /** Quotes that wait for a senior underwriter, oldest first. */
    public Page<ListedQuote> waiting(@Nullable Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("waiting-quotes", CURSOR_COLUMNS, limit, cursor);
        return Page.of(store.listWaiting(LocalDate.now(clock), request), request, Quotes::key);
    }

    /** Referrals that were approved or declined, the latest first. */
    public List<ListedQuote> decidedLately(int limit) {
        return store.listDecided(limit);
    }

    /** Offers and approvals that still stand, those that lapse first at the top. */
    public List<ListedQuote> lapsingNext(int limit) {
        return store.listLapsing(LocalDate.now(clock), limit);
    }

    private static List<String> key(ListedQuote row) {
        return List.of(row.quote().createdAt().toString(), row.quote().id().toString());
    }

    /** The page that a caller asks for; throws {@link Problem} INVALID_REQUEST on a limit or cursor that is none of ours. */
    public static PageRequest page(@Nullable Integer limit, @Nullable String cursor) {
        return PageRequest.of("quotes", CURSOR_COLUMNS, limit, cursor);
    }
}
