package org.maintenancefund.attachment.domain;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's drawing within bounds: so many steps, so long, and none whose cost or memory the file chooses freely (shadings,
 * patterns, masks of the graphics state, dashes, groups within groups). Text that isn't seen, which scanners put under their pictures, is
 * left out; text in letters that the file doesn't bring along would be drawn in others, and is not drawn at all.
 */
final class BoundedDrawer extends PageDrawer {

    private static final int MOST_STEPS = 300_000;
    private static final int MOST_GROUPS = 2;
    /** Of a picture as it is held for being drawn. */
    private static final long MOST_HELD = 8_000_000;
    /** PDFBox leaves out seven of eight rows and columns at most. */
    private static final int MOST_LEFT_OUT = 8;

    private static final Set<String> SHOWING = Set.of(
            OperatorName.SHOW_TEXT,
            OperatorName.SHOW_TEXT_ADJUSTED,
            OperatorName.SHOW_TEXT_LINE,
            OperatorName.SHOW_TEXT_LINE_AND_SPACE);
    private static final Set<String> COLOURS = Set.of(OperatorName.NON_STROKING_COLOR_N, OperatorName.STROKING_COLOR_N);

    private final long until;
    private int steps;
    private int groups;
    private boolean letters;

    BoundedDrawer(PageDrawerParameters parameters, long until) throws IOException {
        super(parameters);
        this.until = until;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        String name = operator.getName();
        require(++steps <= MOST_STEPS && System.nanoTime() < until);
        require(!name.equals(OperatorName.SHADING_FILL) && !(COLOURS.contains(name) && endsInName(operands)));
        if (name.equals(OperatorName.BEGIN_INLINE_IMAGE)) {
            COSDictionary said = operator.getImageParameters();
            require(said != null && said.getDictionaryObject(COSName.FILTER, COSName.F) == null);
        }
        if (name.equals(OperatorName.SET_FONT_AND_SIZE)) {
            letters = bringsLetters(operands);
            if (!letters) {
                return;
            }
        }
        if (name.equals(OperatorName.SET_LINE_DASHPATTERN)) {
            return;
        }
        if (SHOWING.contains(name)) {
            if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
                return;
            }
            require(letters);
        }
        super.processOperator(operator, operands);
        require(getGraphicsState().getSoftMask() == null
                && getGraphicsState().getLineDashPattern().getDashArray().length == 0);
    }

    /** One operator may show any number of letters. */
    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector step) throws IOException {
        require(++steps <= MOST_STEPS && System.nanoTime() < until);
        super.showGlyph(place, font, code, step);
    }

    /** What an operator fails at is passed over by PDFBox; here the page is then not drawn. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
            throws IOException {
        throw failure;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        if (image instanceof PDImageXObject stored) {
            PdfScan.checkSize(stored.getCOSObject());
        }
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double drawn = Math.abs(place.createAffineTransform().getDeterminant() * getInitialMatrixScale());
        double leftOut = Math.min(MOST_LEFT_OUT, Math.sqrt(pixels(image) / Math.max(1, drawn)));
        long side = Math.max(1, (long) leftOut);
        require(pixels(image) / (side * side) <= MOST_HELD);
        super.drawImage(image);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        require(++groups <= MOST_GROUPS);
        super.showTransparencyGroup(form);
        groups--;
    }

    private double getInitialMatrixScale() {
        return Math.abs(getGraphics().getTransform().getDeterminant());
    }

    private static long pixels(PDImage image) {
        return (long) image.getWidth() * image.getHeight();
    }

    private static boolean endsInName(List<COSBase> operands) {
        return !operands.isEmpty() && operands.get(operands.size() - 1) instanceof COSName;
    }

    private boolean bringsLetters(List<COSBase> operands) {
        PDResources resources = getResources();
        COSDictionary fonts =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
        return fonts != null
                && !operands.isEmpty()
                && operands.get(0) instanceof COSName name
                && brings(fonts.getCOSDictionary(name));
    }

    private static boolean brings(@Nullable COSDictionary font) {
        if (font == null) {
            return false;
        }
        if (font.getCOSDictionary(COSName.CHAR_PROCS) != null || isPlain(font)) {
            return true;
        }
        COSArray parts = font.getCOSArray(COSName.DESCENDANT_FONTS);
        COSDictionary whole =
                parts != null && parts.size() > 0 && parts.getObject(0) instanceof COSDictionary part ? part : font;
        COSDictionary descriptor = whole.getCOSDictionary(COSName.FONT_DESC);
        return descriptor != null
                && List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3).stream()
                        .anyMatch(file -> descriptor.getDictionaryObject(file) instanceof COSStream);
    }

    /** Latin letters that every reader of PDFs has. */
    private static boolean isPlain(COSDictionary font) {
        return COSName.TYPE1.equals(font.getCOSName(COSName.SUBTYPE))
                && Standard14Fonts.containsName(font.getNameAsString(COSName.BASE_FONT, ""));
    }

    private static void require(boolean bearable) throws IOException {
        if (!bearable) {
            throw new IOException("not drawn here");
        }
    }
}
