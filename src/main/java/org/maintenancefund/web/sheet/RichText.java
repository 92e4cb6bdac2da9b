package org.maintenancefund.web.sheet;

import javax.xml.stream.XMLStreamException;

/** Text in one piece or in runs of different fonts; how it is pronounced ({@code rPh}) is left out. */
final class RichText {

    private RichText() {}

    /**
     * Adds the text of the element that begins here and leaves it.
     *
     * @return false where it is too long, see {@link XmlPart#text}
     */
    static boolean append(XmlPart part, StringBuilder to) throws XMLStreamException {
        int inside = part.depth();
        while (part.nextWithin(inside)) {
            if (part.isStart("rPh")) {
                part.skip();
            } else if (part.isStart("t") && !part.text(to)) {
                return false;
            }
        }
        return true;
    }
}
