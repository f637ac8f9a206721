package org.panbao.underwriting.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.panbao.underwriting.Referrals.Action;

/** What a senior underwriter does with a referred quote, and why. */
@Schema(name = "ReferralAction")
record ReferralBody(Action action, String reason) {}
