package org.panbao.underwriting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.Decision;
import org.panbao.storage.PageRequest;
import org.panbao.underwriting.ListedQuote;
import org.panbao.underwriting.QuoteEvent;
import org.panbao.underwriting.QuoteFilter;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.StoredQuote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quotes and their events. Row-level security limits every statement to the caller's organisation. */
@Repository
public class JdbcQuoteStore {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private static final String LISTED = """
            select q.*, p.policyholder_name from quote q
            left join plan p on p.id = q.plan_id
            cross join lateral (
                select e.state from quote_event e
                where e.quote_id = q.id order by e.seq desc limit 1) last
            """;

    private final JdbcClient jdbc;

    public JdbcQuoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(StoredQuote quote) {
        jdbc.sql("""
                insert into quote (id, organisation_id, plan_id, plan_revision, policyholder_code, product_id,
                                   release_digest, decision, total_premium_cny, sum_insured_cny, rating_date,
                                   expires_on, created_at, created_by, body)
                values (:id, :organisation, :plan, :revision, :policyholder, :product, :release, :decision, :premium,
                        :sumInsured, :ratingDate, :expiresOn, :createdAt, :createdBy, :body::json)
                """)
                .param("id", quote.id())
                .param("organisation", quote.organisationId())
                .param("plan", quote.planId())
                .param("revision", quote.planRevision())
                .param("policyholder", quote.policyholderCode())
                .param("product", quote.productId())
                .param("release", quote.releaseDigest())
                .param("decision", quote.decision().name())
                .param("premium", quote.totalPremiumCny())
                .param("sumInsured", quote.sumInsuredCny())
                .param("ratingDate", quote.ratingDate())
                .param("expiresOn", quote.expiresOn())
                .param("createdAt", Timestamp.from(quote.createdAt()))
                .param("createdBy", quote.createdBy())
                .param("body", quote.body())
                .update();
        quote.events().forEach(event -> addEvent(quote.id(), event));
    }

    /** Adds the next event; a second writer with the same number fails on the primary key. */
    public void addEvent(UUID quoteId, QuoteEvent event) {
        jdbc.sql("""
                insert into quote_event (quote_id, seq, organisation_id, state, action, actor, role, at, reason, detail)
                values (:quote, :seq, current_organisation(), :state, :action, :actor, :role, :at, :reason,
                        :detail::jsonb)
                """)
                .param("quote", quoteId)
                .param("seq", event.seq())
                .param("state", event.state().name())
                .param("action", event.action())
                .param("actor", event.actor())
                .param("role", event.role())
                .param("at", Timestamp.from(event.at()))
                .param("reason", event.reason())
                .param("detail", MAPPER.writeValueAsString(event.detail()))
                .update();
    }

    public Optional<StoredQuote> find(UUID id) {
        return withEvents(jdbc.sql("select * from quote where id = :id")
                        .param("id", id)
                        .query((row, number) -> read(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Ids of all quotes, oldest first. */
    public List<UUID> ids() {
        return jdbc.sql("select id from quote order by created_at, id")
                .query(UUID.class)
                .list();
    }

    /** Quotes that match and come after the request's place, newest first. */
    public List<ListedQuote> list(QuoteFilter filter, LocalDate today, PageRequest request) {
        boolean first = request.after().isEmpty();
        return listed(jdbc.sql(LISTED + """
                where (:before::timestamptz is null or (q.created_at, q.id) < (:before::timestamptz, :beforeId::uuid))
                  and (:plan::uuid is null or q.plan_id = :plan::uuid)
                  and (:decision::text is null or q.decision = :decision)
                  and (:product::text is null or q.product_id = :product)
                  and (:text::text is null or starts_with(lower(q.policyholder_code), lower(:text))
                       or position(lower(:text) in lower(coalesce(p.policyholder_name, ''))) > 0)
                  and (:state::text is null or :state = case
                       when last.state <> 'DECLINED' and q.expires_on < :today::date then 'EXPIRED' else last.state end)
                order by q.created_at desc, q.id desc
                limit :limit
                """)
                .param("before", first ? null : Timestamp.from(request.afterInstant(0)))
                .param("beforeId", first ? null : request.afterId(1))
                .param("plan", filter.planId())
                .param("decision", name(filter.decision()))
                .param("state", name(filter.state()))
                .param("product", filter.productId())
                .param("text", filter.text())
                .param("today", today)
                .param("limit", request.fetch()));
    }

    /** Quotes that wait for a senior underwriter and come after the request's place, oldest first. */
    public List<ListedQuote> listWaiting(LocalDate today, PageRequest request) {
        boolean first = request.after().isEmpty();
        return listed(jdbc.sql(LISTED + """
                where q.decision = 'REFER' and q.expires_on >= :today
                  and last.state in ('REFERRED', 'INFORMATION_REQUESTED')
                  and (:after::timestamptz is null or (q.created_at, q.id) > (:after::timestamptz, :afterId::uuid))
                order by q.created_at, q.id
                limit :limit
                """)
                .param("today", today)
                .param("after", first ? null : Timestamp.from(request.afterInstant(0)))
                .param("afterId", first ? null : request.afterId(1))
                .param("limit", request.fetch()));
    }

    /** Quotes whose referral was approved or declined, the latest decision first. */
    public List<ListedQuote> listDecided(int limit) {
        return listed(jdbc.sql("""
                select q.*, p.policyholder_name from (
                    select e.quote_id, e.at from quote_event e where e.action in ('APPROVE', 'DECLINE')
                    order by e.at desc limit :limit) decided
                join quote q on q.id = decided.quote_id
                left join plan p on p.id = q.plan_id
                order by decided.at desc, q.id
                """).param("limit", limit));
    }

    /** Offers and approvals that still stand, those that lapse first at the top. */
    public List<ListedQuote> listLapsing(LocalDate today, int limit) {
        return listed(jdbc.sql(LISTED + """
                where q.expires_on >= :today and last.state in ('OFFERED', 'APPROVED')
                order by q.expires_on, q.created_at, q.id
                limit :limit
                """).param("today", today).param("limit", limit));
    }

    private List<ListedQuote> listed(JdbcClient.StatementSpec statement) {
        Map<UUID, String> policyholders = new HashMap<>();
        List<StoredQuote> quotes = withEvents(statement
                .query((row, number) -> {
                    StoredQuote quote = read(row);
                    policyholders.put(quote.id(), row.getString("policyholder_name"));
                    return quote;
                })
                .list());
        return quotes.stream()
                .map(quote -> new ListedQuote(quote, policyholders.get(quote.id())))
                .toList();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private List<StoredQuote> withEvents(List<StoredQuote> quotes) {
        if (quotes.isEmpty()) {
            return quotes;
        }
        Map<UUID, List<QuoteEvent>> events = new HashMap<>();
        jdbc.sql("select * from quote_event where quote_id in (:ids) order by quote_id, seq")
                .param("ids", quotes.stream().map(StoredQuote::id).toList())
                .query(row -> {
                    events.computeIfAbsent(row.getObject("quote_id", UUID.class), id -> new ArrayList<>())
                            .add(readEvent(row));
                });
        return quotes.stream()
                .map(quote -> quote.withEvents(events.getOrDefault(quote.id(), List.of())))
                .toList();
    }

    private static StoredQuote read(ResultSet row) throws SQLException {
        return new StoredQuote(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getInt("plan_revision"),
                row.getString("policyholder_code"),
                row.getString("product_id"),
                row.getString("release_digest"),
                Decision.valueOf(row.getString("decision")),
                row.getBigDecimal("total_premium_cny"),
                row.getBigDecimal("sum_insured_cny"),
                row.getObject("rating_date", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getString("body"),
                List.of());
    }

    private static QuoteEvent readEvent(ResultSet row) throws SQLException {
        return new QuoteEvent(
                row.getInt("seq"),
                QuoteState.valueOf(row.getString("state")),
                row.getString("action"),
                row.getString("actor"),
                row.getString("role"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                MAPPER.readValue(row.getString("detail"), DETAIL));
    }
}
