package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.kernel.NotFound;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets the session go on in which the password was changed, under a new id, while all others of the account end. */
@Component
@RequiredArgsConstructor
public class SessionRenewal {

    private final OperatorRepository operators;
    private final CurrentUsers users;
    private final AccountSessions sessions;
    private final DeviceCookies devices;
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;

    public CurrentUser renew(OperatorId id, HttpServletRequest request, HttpServletResponse response) {
        Operator operator = operators.findById(id).orElseThrow(() -> new NotFound("operator " + id));
        CurrentUser user = users.of(operator);
        devices.remember(request, response, user.username());
        Authentication authentication = sessions.begin(user, operator.sessionEpoch());
        sessions.onAuthentication(authentication, request, response);
        request.changeSessionId();
        csrfTokens.saveToken(null, request, response);
        SecurityContextImpl context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return user;
    }
}
