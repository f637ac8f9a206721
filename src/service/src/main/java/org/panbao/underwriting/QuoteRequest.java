package org.panbao.underwriting;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.quoting.ContractTerms;
import org.panbao.rating.Choice;
import org.panbao.rating.InputValue;
import org.panbao.rating.Term;
import tools.jackson.databind.JsonNode;

/**
 * A question for a price.
 *
 * @param planId a stored plan; null when {@code plan} is given
 * @param plan a plan to be stored with the quote; null when {@code planId} is given
 * @param covers wanted covers; empty to take what the plan asks for
 * @param term null to take what the plan asks for, else a year
 * @param ratingDate the day the rates are taken from; null for today
 * @param inception first day of cover, if it is known
 */
public record QuoteRequest(
        @Nullable UUID planId,
        @Nullable JsonNode plan,
        String productId,
        Map<String, Map<String, InputValue>> covers,
        Map<String, InputValue> parameters,
        Map<String, Choice> choices,
        @Nullable Term term,
        @Nullable LocalDate ratingDate,
        @Nullable LocalDate inception,
        ContractTerms contract) {}
