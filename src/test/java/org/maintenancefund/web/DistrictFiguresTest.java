package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.DistrictId;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Figures are counted once for a district, and anew once they are forgotten. */
class DistrictFiguresTest {

    private static final DistrictId LAKE = DistrictId.next();
    private static final DistrictId HILL = DistrictId.next();

    private final AtomicInteger asked = new AtomicInteger();
    private final DistrictFigures figures = new DistrictFigures(new ConcurrentMapCacheManager());

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aDistrictIsCountedOnceUntilOneOfItsPeopleSentAForm() {
        assertThat(count(LAKE)).isEqualTo(1);
        assertThat(count(LAKE)).isEqualTo(1);
        assertThat(count(HILL)).isEqualTo(2);
        assertThat(count(null)).isEqualTo(3);

        figures.forget(LAKE);

        assertThat(count(LAKE)).isEqualTo(4);
        assertThat(count(HILL)).isEqualTo(2);
        assertThat(count(null)).isEqualTo(3);
    }

    @Test
    void oneRequestSeesTheSameFiguresThroughout() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        int first = count(LAKE);
        figures.forget(LAKE);

        assertThat(count(LAKE)).isEqualTo(first);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThat(count(LAKE)).isGreaterThan(first);
    }

    private int count(DistrictId district) {
        return figures.of(district, Integer.class, asked::incrementAndGet);
    }
}
