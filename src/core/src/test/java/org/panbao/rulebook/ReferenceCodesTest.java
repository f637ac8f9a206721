package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceCodesTest {

    private final ReferenceCodes codes =
            ReferenceCodes.read(ReleaseFiles.ofFolder(Path.of(System.getProperty("panbao.top"))));

    @Test
    void knowsProvincesAndCities() {
        assertThat(codes.findRegion("130000")).isEqualTo(new ReferenceCodes.Region("130000", "河北省", null));
        assertThat(codes.findRegion("130100")).isEqualTo(new ReferenceCodes.Region("130100", "石家庄市", "130000"));
        assertThat(codes.findRegion("130102")).isNull();
    }

    @Test
    void knowsIndustriesAtEveryLevel() {
        assertThat(codes.findIndustry("A"))
                .satisfies(section -> assertThat(section.division()).isNull());
        assertThat(codes.findIndustry("01"))
                .satisfies(division -> assertThat(division.division()).isEqualTo("01"));
        assertThat(codes.findIndustry("0111")).satisfies(industry -> {
            assertThat(industry.section()).isEqualTo("A");
            assertThat(industry.division()).isEqualTo("01");
            assertThat(industry.parent()).isEqualTo("011");
        });
        assertThat(codes.findIndustry("9999")).isNull();
    }
}
