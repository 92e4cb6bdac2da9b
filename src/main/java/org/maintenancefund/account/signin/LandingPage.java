package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Where people go on once they are signed in: to the page they asked for before, where their role may open it. */
@Component
@RequiredArgsConstructor
public class LandingPage {

    private static final String WORKBENCH = Page.WORKBENCH.path();

    private final RequestCache requests;

    /** An address within the application. What was asked for waits while the password has to be changed first. */
    public String of(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        if (user.restricted()) {
            return Page.PASSWORD.path();
        }
        SavedRequest asked = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        if (user.is(Role.ENTERPRISE_OPERATOR) && user.district() == null) {
            // Nothing of a company can be done before it has a district; the page says how to go on without choosing
            // now.
            return Page.MY_ENTERPRISE.path();
        }
        return Optional.ofNullable(asked)
                .map(SavedRequest::getRedirectUrl)
                .filter(address -> isOpenTo(user.role(), address))
                .orElse(WORKBENCH);
    }

    private static boolean isOpenTo(Role role, String address) {
        String path = address.split("\\?", 2)[0];
        return Page.at(path)
                .filter(page -> page != Page.LOGIN && page.isOpenTo(role))
                .isPresent();
    }
}
