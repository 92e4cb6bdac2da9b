package org.maintenancefund.account.shared;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedPerson;

/** What only the accounts ask the directory: whether a password is somebody's, and whether a user name is free. */
public interface DirectoryLogin extends SharedDirectory {

    /**
     * Tries the password. What can be nobody's name or password is wrong without the directory being asked.
     *
     * @throws org.maintenancefund.account.SharedDirectoryDown where it doesn't answer
     */
    Answer check(String username, String password);

    /**
     * Takes the steps of {@link #check} for a name that nobody has, and sends neither a name nor a password of ours: for names
     * that are not the directory's, so that their refusal takes as long.
     *
     * @param typed never sent; what can be nobody's password is no question here either
     * @throws org.maintenancefund.account.SharedDirectoryDown where it doesn't answer
     */
    void checkNobody(String typed);

    /**
     * Of these user names the ones that somebody in the directory has, in the group or not.
     *
     * @throws org.maintenancefund.account.SharedDirectoryDown where it doesn't answer, or failed moments ago
     */
    Set<String> takenAmongst(Collection<String> usernames);

    /** Where people change their password, as an address; empty where none is configured. */
    String passwordAddress();

    /** How it ended. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** Nobody has the name. */
        GONE,
        /** The account is switched off there. */
        DISABLED,
        /** Not in the group whose people may use this system. */
        NOT_IN_GROUP,
        /** The password was right, but name, company or credit code can't be read. */
        UNREADABLE
    }

    /**
     * The directory's answer.
     *
     * @param proven  whether the password was the person's: only then more may be told than "wrong"
     * @param found   who, where the outcome is {@link Outcome#RIGHT}
     */
    record Answer(Outcome outcome, boolean proven, @Nullable SharedPerson found) {

        static Answer right(SharedPerson person) {
            return new Answer(Outcome.RIGHT, true, person);
        }

        static Answer wrong() {
            return new Answer(Outcome.WRONG, false, null);
        }

        static Answer gone() {
            return new Answer(Outcome.GONE, false, null);
        }

        static Answer barred(boolean proven, boolean member) {
            return new Answer(member ? Outcome.DISABLED : Outcome.NOT_IN_GROUP, proven, null);
        }

        static Answer unreadable() {
            return new Answer(Outcome.UNREADABLE, true, null);
        }

        public Optional<SharedPerson> person() {
            return Optional.ofNullable(found);
        }
    }
}
