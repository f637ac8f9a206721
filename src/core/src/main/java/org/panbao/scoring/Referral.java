package org.panbao.scoring;

/**
 * Points of the referral gates against the threshold for an enterprise of this size and form.
 *
 * @param thresholdRow row of {@code rules/gates/referral-thresholds.csv}
 */
public record Referral(int score, int threshold, String thresholdRow) {

    /** The points alone send the case to an underwriter. */
    public boolean isReached() {
        return score >= threshold;
    }
}
