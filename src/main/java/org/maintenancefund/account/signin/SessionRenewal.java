package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Lets the session go on in which the password was changed, under a new id, while all others of the account end. */
@Component
public class SessionRenewal {

    private final OperatorRepository operators;
    private final CurrentUsers users;
    private final SignInSessions sessions;
    private final DeviceCookies devices;
    private final SignInThrottle throttle;

    SessionRenewal(
            OperatorRepository operators,
            CurrentUsers users,
            SignInSessions sessions,
            DeviceCookies devices,
            SignInThrottle throttle) {
        this.operators = operators;
        this.users = users;
        this.sessions = sessions;
        this.devices = devices;
        this.throttle = throttle;
    }

    public CurrentUser renew(OperatorId id, HttpServletRequest request, HttpServletResponse response) {
        Operator operator = operators.findById(id).orElseThrow(() -> new NotFound("operator " + id));
        CurrentUser user = users.of(operator);
        String subject = DeviceCookies.subject(user.username());
        devices.remember(request, response, subject);
        throttle.forget(subject, devices.device(request, subject));
        sessions.begin(user, operator.sessionEpoch(), request, response);
        return user;
    }
}
