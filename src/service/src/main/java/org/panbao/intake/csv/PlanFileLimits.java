package org.panbao.intake.csv;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the exchange by file; settings below {@code panbao.plan-files}.
 *
 * @param maxFile size of what is sent
 * @param maxExpanded of all entries of a zip together, or of a CSV file
 * @param maxRatio how many times larger than its packed form an entry may be, once it is above one megabyte
 * @param maxEntries entries of a zip
 * @param maxRows rows of all tables together, blank ones and notes too
 * @param maxPlans plans of one file, read or written
 * @param maxPlanRows rows of one plan in all tables
 * @param maxPlan size of one plan's cells
 * @param maxColumns columns of a table
 * @param maxCell characters of a cell
 */
@ConfigurationProperties("panbao.plan-files")
public record PlanFileLimits(
        DataSize maxFile,
        DataSize maxExpanded,
        int maxRatio,
        int maxEntries,
        int maxRows,
        int maxPlans,
        int maxPlanRows,
        DataSize maxPlan,
        int maxColumns,
        int maxCell) {}
