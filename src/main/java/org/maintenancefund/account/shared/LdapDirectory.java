package org.maintenancefund.account.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.Name;
import javax.naming.directory.SearchControls;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.ldap.control.PagedResultsDirContextProcessor;
import org.springframework.ldap.core.ContextMapper;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.core.support.SingleContextSource;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.filter.OrFilter;
import org.springframework.ldap.support.LdapUtils;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;

/** The directory over LDAP: searches with the application's own account, and binds as a person to check a password. */
class LdapDirectory implements DirectoryLogin {

    private static final Logger log = LoggerFactory.getLogger(LdapDirectory.class);

    /** Long enough for any password; longer ones are nobody's. */
    private static final int MAX_PASSWORD = 256;

    private final SharedCredentialsProperties settings;
    private final DirectoryConnections connections;
    private final DirectoryGate gate;
    private final PersonReader reader;
    private final FilterBasedLdapUserSearch search;

    LdapDirectory(SharedCredentialsProperties settings) {
        this.settings = settings;
        this.connections = new DirectoryConnections(settings);
        this.gate = new DirectoryGate(settings.concurrency());
        this.reader = new PersonReader(settings);
        this.search = new FilterBasedLdapUserSearch(settings.peopleBase(), settings.userSearchFilter(), connections);
        search.setReturningAttributes(reader.attributes());
        search.setSearchTimeLimit(Math.toIntExact(settings.readTimeout().toMillis()));
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public boolean isReachable() {
        try {
            probe();
            return true;
        } catch (SharedDirectoryDown down) {
            return false;
        }
    }

    @Override
    public boolean failedJustNow() {
        return gate.failedJustNow();
    }

    @Override
    public Optional<SharedPerson> find(String username) {
        return PersonReader.username(username)
                .flatMap(name -> gate.ask(() -> entry(name).filter(members()).flatMap(reader::person)));
    }

    @Override
    public List<SharedPerson> ofCompany(CreditCode code) {
        String ofCode = new EqualsFilter(settings.attributes().creditCode(), code.value()).encode();
        return gate.ask(() -> people("(&" + everybody() + ofCode + ")"));
    }

    @Override
    public List<SharedPerson> all() {
        return gate.ask(() -> people(everybody()));
    }

    @Override
    public Set<String> takenAmongst(Collection<String> usernames) {
        OrFilter filter = new OrFilter();
        usernames.forEach(
                name -> filter.or(new EqualsFilter(settings.attributes().username(), name)));
        if (usernames.isEmpty()) {
            return Set.of();
        }
        return gate.askUnlessFailing(() -> entries(filter.encode()).stream()
                .flatMap(entry -> reader.usernameOf(entry).stream())
                .collect(Collectors.toSet()));
    }

    @Override
    public String passwordAddress() {
        return settings.passwordAddress();
    }

    @Override
    public Answer check(String username, String password) {
        if (PersonReader.username(username).isEmpty() || isNobodys(password)) {
            return Answer.wrong();
        }
        return gate.ask(() -> answer(username, password));
    }

    @Override
    public void checkNobody(String typed) {
        if (!isNobodys(typed)) {
            gate.ask(() -> answer("nobody-" + UUID.randomUUID().toString().substring(24), "nobody's"));
        }
    }

    /** An empty password would be no password at all to the directory, and therefore right (RFC 4513, 5.1.2). */
    private static boolean isNobodys(String password) {
        return password.isEmpty() || password.length() > MAX_PASSWORD || password.indexOf('\u0000') >= 0;
    }

    /** Throws where the directory doesn't answer the application's own account. */
    void probe() {
        gate.ask(() -> template().lookup(LdapUtils.newLdapName(settings.base())));
    }

    private Answer answer(String username, String password) {
        // Also for a name that nobody has: where the group's entry is asked, it is one question more.
        Predicate<DirContextOperations> inGroup = members();
        Optional<DirContextOperations> entry = entry(username);
        boolean right =
                entry.isPresent() ? connections.isRight(entry.get(), password) : connections.isRightForNobody(password);
        if (entry.isEmpty()) {
            return Answer.gone();
        }
        boolean member = inGroup.test(entry.get());
        Optional<SharedPerson> person = reader.person(entry.get());
        if (!member || reader.isDisabled(entry.get())) {
            return Answer.barred(right, member);
        }
        if (!right) {
            return Answer.wrong();
        }
        return person.map(Answer::right).orElseGet(Answer::unreadable);
    }

    /**
     * Who is in the group whose people may sign in here, named by their entries, or by an entry of its own that names them: then
     * it is one question to the directory.
     */
    private Predicate<DirContextOperations> members() {
        if (!settings.groupAttribute().isBlank()) {
            return reader::namesGroup;
        }
        String[] named = template()
                .lookupContext(LdapUtils.newLdapName(settings.groupDn()))
                .getStringAttributes(settings.groupMemberAttribute());
        Set<Name> members = Stream.ofNullable(named)
                .flatMap(Arrays::stream)
                .flatMap(PersonReader::parsed)
                .collect(Collectors.toSet());
        return entry -> members.contains(entry.getDn());
    }

    /** The one entry that has exactly this user name; an alias the filter lets through is not one. */
    private Optional<DirContextOperations> entry(String username) {
        try {
            return Optional.of(search.searchForUser(username))
                    .filter(found ->
                            reader.usernameOf(found).filter(username::equals).isPresent());
        } catch (UsernameNotFoundException nobody) {
            return Optional.empty();
        } catch (IncorrectResultSizeDataAccessException several) {
            log.warn(Messages.of("account.directory.several"));
            return Optional.empty();
        }
    }

    private List<SharedPerson> people(String filter) {
        List<DirContextOperations> entries = entries(filter);
        Predicate<DirContextOperations> inGroup = members();
        List<SharedPerson> people = entries.stream()
                .filter(inGroup)
                .flatMap(entry -> reader.person(entry).stream())
                .sorted(Comparator.comparing(SharedPerson::username))
                .toList();
        long members = entries.stream().filter(inGroup).count();
        if (people.size() < members) {
            log.warn(Messages.of("account.directory.incomplete"), members - people.size());
        }
        return people;
    }

    private List<DirContextOperations> entries(String filter) {
        SearchControls controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setReturningAttributes(reader.attributes());
        controls.setReturningObjFlag(true);
        ContextMapper<DirContextOperations> mapper = found -> (DirContextOperations) found;
        return SingleContextSource.doWithSingleContext(connections, operations -> {
            LdapTemplate template = (LdapTemplate) operations;
            // A directory that gives less than everything must not look like one where people have gone. What it leaves
            // to other servers (a referral) is not among our people.
            template.setIgnoreSizeLimitExceededException(false);
            template.setIgnorePartialResultException(true);
            PagedResultsDirContextProcessor page = new PagedResultsDirContextProcessor(settings.pageSize());
            List<DirContextOperations> found = new ArrayList<>();
            do {
                found.addAll(operations.search(settings.peopleBase(), filter, controls, mapper, page));
                page = new PagedResultsDirContextProcessor(settings.pageSize(), page.getCookie());
            } while (page.getCookie() != null && page.getCookie().getCookie() != null);
            return found;
        });
    }

    private LdapTemplate template() {
        return new LdapTemplate(connections);
    }

    private String everybody() {
        return settings.userSearchFilter().replace("{0}", "*");
    }
}
