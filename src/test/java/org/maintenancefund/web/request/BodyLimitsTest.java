package org.maintenancefund.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Ids;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How large an upload may be depends on whether its sender has proven who they are. */
class BodyLimitsTest {

    private static final DataSize STRANGER = DataSize.ofMegabytes(60);
    private static final DataSize KNOWN = DataSize.ofMegabytes(220);

    private final MultipartProperties multipart = new MultipartProperties();
    private boolean takesFiles = true;
    private final BodyLimits limits = new BodyLimits(
            new RequestProperties(
                    64,
                    DataSize.ofMegabytes(2),
                    STRANGER,
                    4096,
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(20),
                    DataSize.ofKilobytes(8)),
            multipart,
            new UploadPaths(new DefaultListableBeanFactory().getBeanProvider(RequestMappingHandlerMapping.class)) {
                @Override
                boolean takeFiles(HttpServletRequest request) {
                    return takesFiles;
                }
            },
            new HttpSessionSecurityContextRepository());

    BodyLimitsTest() {
        multipart.setMaxRequestSize(KNOWN);
    }

    private static MockHttpServletRequest from(boolean restricted) {
        CurrentUser user = new CurrentUser(
                OperatorId.next(),
                "qin.sw",
                "秦素文",
                Role.AUDITOR,
                new OrgRef(OrgType.MUNICIPAL_CENTRE, Ids.next()),
                "市管理中心",
                null,
                restricted);
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of())));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/areas/import");
        request.setSession(session);
        return request;
    }

    @Test
    void whoeverChangedThePasswordMaySendMuch() {
        assertThat(limits.of(from(false))).isEqualTo(KNOWN.toBytes());
    }

    @Test
    void aSessionWithTheInitialPasswordIsAStrangers() {
        assertThat(limits.of(from(true))).isEqualTo(STRANGER.toBytes());
        assertThat(limits.of(new MockHttpServletRequest("POST", "/areas/import")))
                .isEqualTo(STRANGER.toBytes());
    }

    @Test
    void aFormWithoutFilesIsSmallForEverybody() {
        takesFiles = false;
        assertThat(limits.of(from(false))).isEqualTo(DataSize.ofMegabytes(2).toBytes());
    }
}
