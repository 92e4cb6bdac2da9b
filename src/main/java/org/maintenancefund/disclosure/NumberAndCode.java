package org.maintenancefund.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/**
 * What whoever has a number and its code is shown, on a page that anybody opens: limited, and with the same answer for a wrong code and an
 * unknown number.
 */
@Component
@RequiredArgsConstructor
public class NumberAndCode {

    private final RateLimits rateLimits;

    /** The code as typed. */
    public static Checked<OneTimeCode> readCode(String typed, String unreadable) {
        return OneTimeCode.parse(typed)
                .<Checked<OneTimeCode>>map(Checked::ok)
                .orElseGet(() -> Checked.refused(unreadable));
    }

    /**
     * The answer to a form.
     *
     * @param page  its template
     * @param limit the name of its limit
     * @param open  finds it, for somebody of that network; a {@link Refusal} says how long to wait
     * @param wrong what is said where nothing is found
     * @param show  puts what is found into the model
     */
    public <T> Object answer(
            String page,
            String limit,
            BindingResult errors,
            HttpServletRequest request,
            Function<String, Optional<T>> open,
            Reason wrong,
            Consumer<T> show) {
        rateLimits.take(limit, request);
        Honeypot.check(request, errors);
        if (errors.hasErrors()) {
            return FormPages.invalid(page);
        }
        try {
            Optional<T> found = open.apply(ClientAddress.network(request.getRemoteAddr()));
            if (found.isPresent()) {
                show.accept(found.get());
                return page;
            }
            FieldErrors.reject(errors, "code", wrong);
        } catch (Refusal wait) {
            FieldErrors.reject(errors, "code", wait.reason());
        }
        return FormPages.invalid(page);
    }
}
