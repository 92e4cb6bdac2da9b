package org.maintenancefund.test;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/** Where requests come from: from another network in every test, so that no test meets the limits of another one. */
@TestComponent
public final class ClientAddresses implements BeforeEachCallback, MockMvcBuilderCustomizer {

    private static final int BLOCK = 0x10000;

    private static volatile String ofThisTest = another();

    @Override
    public void beforeEach(ExtensionContext test) {
        ofThisTest = another();
    }

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.defaultRequest(MockMvcRequestBuilders.get("/").with(request -> {
            request.setRemoteAddr(ofThisTest);
            return request;
        }));
    }

    /** A network of somebody else in the same test. */
    public static RequestPostProcessor ofItsOwn() {
        String address = another();
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    /** From RFC 3849's range for documentation. */
    private static String another() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(BLOCK), random.nextInt(BLOCK));
    }
}
