package org.maintenancefund.account.shared;

import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.startup.StartFailure.Said;

/** Refuses to start with a directory that passwords would reach unencrypted, or that would let anybody in. */
final class SettingsCheck {

    private static final String PREFIX = "app.shared-credentials.";

    private SettingsCheck() {}

    static void check(SharedCredentialsProperties settings) {
        settings.urls().forEach(url -> checkUrl(url, settings.startTls()));
        if (settings.urls().stream()
                        .map(url -> url.strip().startsWith("ldaps:"))
                        .distinct()
                        .count()
                > 1) {
            throw failure(
                    "urls",
                    "物业管理信息系统的目录地址不能混用 ldap:// 和 ldaps://。",
                    "The directory's addresses must be all ldap:// or all ldaps://.");
        }
        require("base", settings.base());
        require("group-dn", settings.groupDn());
        require("user-search-filter", settings.userSearchFilter().contains("{0}") ? "given" : "");
        if (settings.groupAttribute().isBlank()) {
            require("group-member-attribute", settings.groupMemberAttribute());
        }
        if (settings.trustStore() != null && !Files.isReadable(settings.trustStore())) {
            throw failure(
                    "trust-store",
                    "信任证书库 %s 不存在或不可读。".formatted(settings.trustStore()),
                    "The trust store %s does not exist or can't be read.".formatted(settings.trustStore()));
        }
    }

    private static void checkUrl(String url, boolean startTls) {
        URI address = parse(url)
                .orElseThrow(() -> failure(
                        "urls",
                        "物业管理信息系统的目录地址 %s 不正确，应如 ldaps://主机:636。".formatted(url),
                        "The directory's address %s is none; one looks like ldaps://host:636.".formatted(url)));
        if (address.getScheme().equals("ldaps") && startTls) {
            throw failure(
                    "start-tls",
                    "ldaps:// 地址已经加密，不能再用 StartTLS。",
                    "ldaps:// is encrypted already and can't be combined with StartTLS.");
        }
        if (address.getScheme().equals("ldap") && !startTls && !isLoopback(address.getHost())) {
            throw failure(
                    "urls",
                    "物业管理信息系统的目录 %s 会以明文接收密码，不能这样启动。请改用 ldaps:// 或打开 StartTLS。".formatted(url),
                    "Passwords would travel to %s unencrypted; use ldaps:// or StartTLS.".formatted(url));
        }
    }

    private static Optional<URI> parse(String url) {
        try {
            URI address = URI.create(url.strip());
            boolean known = "ldap".equals(address.getScheme()) || "ldaps".equals(address.getScheme());
            boolean bare = address.getPath() == null
                    || address.getPath().replace("/", "").isEmpty();
            return known && bare && address.getHost() != null && address.getQuery() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** By its spelling: a name that a name server resolves is not one to rely on. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    private static void require(String property, String value) {
        if (value.isBlank()) {
            throw failure(
                    property,
                    "配置了物业管理信息系统的目录，但缺少 %s%s。".formatted(PREFIX, property),
                    "A directory is configured, but %s%s is missing.".formatted(PREFIX, property));
        }
    }

    private static StartFailure failure(String property, String chinese, String english) {
        return new StartFailure(
                new Said(chinese, english),
                new Said(
                        "请检查 %s%s；不用共享账号时去掉 %surls。".formatted(PREFIX, property, PREFIX),
                        "Check %s%s; without shared credentials leave %surls out."
                                .formatted(PREFIX, property, PREFIX)));
    }
}
