package org.maintenancefund.web.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Refusal;

/**
 * One part of a spreadsheet, element by element, by local names (the transitional and the strict edition differ in their
 * namespaces only). What a parser keeps for as long as it lives is bounded: how deep elements stand in each other and how
 * many different names there are.
 */
@RequiredArgsConstructor
final class XmlPart implements AutoCloseable {

    private static final int DEEPEST = 40;
    private static final int MOST_NAMES = 1_000;

    private final InputStream content;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    static XmlPart of(InputStream packed, UnpackedLimit limit) throws IOException, XMLStreamException {
        InputStream content = new BufferedInputStream(limit.count(packed));
        Charset charset = charset(content);
        // A factory of its own: it keeps the names it has seen.
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return new XmlPart(
                content, factory.createXMLStreamReader(new MarkupGuard(new InputStreamReader(content, charset))));
    }

    /** By the mark at the beginning, which is taken off; UTF-8 without one. */
    private static Charset charset(InputStream content) throws IOException {
        content.mark(3);
        byte[] start = content.readNBytes(3);
        boolean utf8 = start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB;
        boolean utf16 = start.length >= 2
                && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                        || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
        if (!utf8) {
            content.reset();
        }
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** Goes on to the next start of an element, end of an element or text; false behind the end. */
    boolean next() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw Refusal.because("web.sheet.unreadable");
                }
                note(xml.getPrefix());
                note(xml.getLocalName());
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    note(xml.getAttributePrefix(i));
                    note(xml.getAttributeLocalName(i));
                }
                for (int i = 0; i < xml.getNamespaceCount(); i++) {
                    note(xml.getNamespacePrefix(i));
                    note(xml.getNamespaceURI(i));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> note(xml.getPITarget());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw Refusal.because("web.sheet.unreadable");
            default -> {}
        }
        return true;
    }

    private void note(@Nullable String name) {
        if (name != null && names.add(name) && names.size() > MOST_NAMES) {
            throw Refusal.because("web.sheet.unreadable");
        }
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** An attribute of the element that begins here, or null. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute that stands in a namespace, as the reference to another part does. */
    @Nullable
    String reference(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** True until the element that began at {@code inside} ends; see {@link #depth}. */
    boolean nextWithin(int inside) throws XMLStreamException {
        return next() && depth >= inside;
    }

    /** How deep the element stands that began last and has not ended. */
    int depth() {
        return depth;
    }

    /** Leaves the element that begins here. */
    void skip() throws XMLStreamException {
        int inside = depth;
        while (nextWithin(inside)) {
            continue;
        }
    }

    /**
     * Adds the text of the element that begins here and leaves it.
     *
     * @return false where there would be more than {@link SheetCell#LONGEST} characters
     */
    boolean text(StringBuilder to) throws XMLStreamException {
        int inside = depth;
        while (nextWithin(inside)) {
            if (isText()) {
                if (to.length() + xml.getTextLength() > SheetCell.LONGEST) {
                    return false;
                }
                to.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return true;
    }

    /**
     * Adds the text of the element that begins here, in one piece or in runs of different fonts, and leaves it; how it is
     * pronounced ({@code rPh}) is left out.
     *
     * @return false where it is too long, see {@link #text}
     */
    boolean richText(StringBuilder to) throws XMLStreamException {
        int inside = depth;
        while (nextWithin(inside)) {
            if (isStart("rPh")) {
                skip();
            } else if (isStart("t") && !text(to)) {
                return false;
            }
        }
        return true;
    }

    private boolean isText() {
        return switch (xml.getEventType()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> true;
            default -> false;
        };
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        try {
            xml.close();
        } finally {
            content.close();
        }
    }
}
