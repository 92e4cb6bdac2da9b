package org.maintenancefund.disclosure.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whoever knows number and 校验码 of a paper what it says. A wrong code and an unknown number are the same answer by the same
 * steps. Who guesses at a number waits, and with them their network; whoever has the paper in hand doesn't.
 */
@Component
@RequiredArgsConstructor
public class PaperVerification {

    private static final Logger LOG = LoggerFactory.getLogger(PaperVerification.class);

    private final PaperRegister papers;
    private final Throttle throttle;

    /**
     * The paper; empty where there is none of that number with that code.
     *
     * @param network that is asked from
     * @throws Refusal where that network has to wait before it may try at this number again, whether there is such a one or not
     */
    public Optional<IssuedPaper> open(PaperNumber number, OneTimeCode code, String network) {
        String counter = "network:" + network;
        throttle.ask(Purpose.PAPER_CODE, number.value(), counter).ifPresent(wait -> {
            LOG.warn("Guesses at the code of paper {} from {}: refused for {}", number, network, wait);
            throw Refusal.because("disclosure.verify.wait", Throttle.minutes(wait));
        });
        Optional<IssuedPaper> paper = papers.find(number);
        OneTimeCode right =
                papers.code(number.value(), paper.map(IssuedPaper::signed).orElse(""));
        if (paper.isEmpty() || !isSame(right, code)) {
            return Optional.empty();
        }
        throttle.forget(Purpose.PAPER_CODE, number.value(), counter);
        return paper;
    }

    private static boolean isSame(OneTimeCode right, OneTimeCode typed) {
        return MessageDigest.isEqual(
                right.value().getBytes(StandardCharsets.US_ASCII), typed.value().getBytes(StandardCharsets.US_ASCII));
    }
}
