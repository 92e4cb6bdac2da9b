package org.maintenancefund.test;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Where requests come from, for tests that must not share a limit per address with others. */
public final class ClientAddresses {

    private static final int BLOCK = 0x10000;

    private ClientAddresses() {}

    /** A network nobody else has: from RFC 3849's range for documentation. */
    public static RequestPostProcessor ofItsOwn() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String address = "2001:db8:%x:%x::1".formatted(random.nextInt(BLOCK), random.nextInt(BLOCK));
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
