package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses a 激活码 or 当前密码, and nobody else. Anybody can begin a session with the initial password, so that
 * each session has a counter of its own, and a browser that signed in to the account before has one whatever the session.
 *
 * <p>That guessing stays hopeless: a network gets so many sessions' counters a day, many more sessions have a few tries each,
 * and the sessions after those share one counter. Of all together no more than {@code app.throttle.most} tries are looked at, one in a
 * million of the 40 bits of a code, whoever takes part. Whoever commands some hundreds of networks at once, or a dozen for all
 * of the code's fourteen days, comes so far and shuts the person out; then the person asks for another code.
 */
@Component
@RequiredArgsConstructor
public class CodeThrottle {

    private final Throttle throttle;
    private final DeviceCookies devices;

    /**
     * Counts a try before it is looked at, in a transaction of its own.
     *
     * @param secret what is guessed at, such as the hash of the code: another code begins anew
     * @throws Refusal where this session, or this browser, has to wait
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ask(CurrentUser user, String secret, HttpServletRequest request) {
        String device = devices.device(request, user.username());
        String session = SessionMark.current().map(mark -> mark.id().toString()).orElse(null);
        String network = ClientAddress.network(request.getRemoteAddr());
        Optional<Duration> wait = device.equals(Throttle.STRANGERS)
                ? throttle.askWithin(network, Purpose.ACTIVATION_CODE, secret, session)
                : throttle.ask(Purpose.ACTIVATION_CODE, secret, device);
        if (wait.isPresent()) {
            throw wait.get().isZero()
                    ? Refusal.because("account.code.strangers-out")
                    : Refusal.because("account.code.wait", Throttle.minutes(wait.get()));
        }
    }
}
