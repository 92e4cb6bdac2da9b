package org.maintenancefund.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number under which an organisation is reached: a landline, a mobile, or a service number (400, 800). Duty rooms and
 * repair lines have any of the three.
 *
 * @param value the number as {@link LandlineNumber}, {@link MobileNumber} or ten digits beginning with 400 or 800,
 *              perhaps with an extension: 4008000000-1
 */
public record PhoneNumber(String value) {

    private static final Pattern SERVICE =
            Pattern.compile("(?:\\+?86|0086)?-?([48]00(?:-?[0-9]){7})(?:-([0-9]{1,6}))?");
    private static final Pattern MARKS = Pattern.compile("[()\\[\\].·]+");
    private static final Pattern MOBILE_START = Pattern.compile("^(?:\\+?86|0086)?1[3-9].*");
    private static final int MAX_TYPED = 60;

    public PhoneNumber {
        if (value.isBlank() || value.length() > 30) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /** Reads what was typed as whichever of the three it looks like, and tells what that kind lacks. */
    public static Checked<PhoneNumber> parse(@Nullable String typed) {
        String text = ChineseText.code(typed);
        if (text.length() <= MAX_TYPED) {
            String number = MARKS.matcher(LandlineNumber.EXTENSION.matcher(text).replaceAll("-"))
                    .replaceAll("-");
            Matcher service = SERVICE.matcher(number.replaceAll("-+", "-").replaceAll("^-|-$", ""));
            if (service.matches()) {
                String extension = service.group(2) == null ? "" : "-" + service.group(2);
                return Checked.ok(new PhoneNumber(service.group(1).replace("-", "") + extension));
            }
            if (MOBILE_START.matcher(number.replace("-", "")).matches()) {
                return MobileNumber.parse(text).map(mobile -> new PhoneNumber(mobile.value()));
            }
        }
        return LandlineNumber.parse(text).map(landline -> new PhoneNumber(landline.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
