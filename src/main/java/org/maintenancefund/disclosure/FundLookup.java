package org.maintenancefund.disclosure;

import java.security.MessageDigest;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.LookUpCodes.Kept;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens a household's account to who knows 户号 and 查询码. A wrong code, an unknown 户号 and one without a code are the same answer by
 * the same steps. Who guesses at a 户号 waits, and with them their network; the household at home doesn't.
 */
@Component
@RequiredArgsConstructor
public class FundLookup {

    private static final Logger LOG = LoggerFactory.getLogger(FundLookup.class);

    private final LookUpCodes codes;
    private final Throttle throttle;

    /**
     * The unit that both open; empty where they open none.
     *
     * @param network that is asked from
     * @throws Refusal where that network has to wait before it may try at this 户号 again, whether there is such a one or not
     */
    public Optional<UnitId> open(String number, OneTimeCode code, String network) {
        String counter = "network:" + network;
        throttle.ask(Purpose.LOOK_UP_CODE, number, counter).ifPresent(wait -> {
            LOG.warn("Guesses at the look-up code of {} from {}: refused for {}", number, network, wait);
            throw Refusal.because("disclosure.look-up.wait", Throttle.minutes(wait));
        });
        Kept kept = codes.kept(number);
        if (!MessageDigest.isEqual(codes.hash(kept.unit(), code), kept.hash())) {
            return Optional.empty();
        }
        throttle.forget(Purpose.LOOK_UP_CODE, number, counter);
        return Optional.of(kept.unit());
    }
}
