package ibid.document.pdf;

import ibid.document.pdf.PdfPage.Link;
import ibid.document.pdf.PdfPage.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDFileSpecification;

/**
 * The annotations of a page that lead out of the document, joined with the characters they cover (ISO 32000-1 section
 * 12.5.6.5): a character belongs to an annotation if its middle lies within.
 */
final class PageLinks {
    static final int MOST = 200_000;

    /** Stretches of text under one annotation; what covers more is no link that somebody drew. */
    static final int MOST_RANGES = 100;

    /** Comparisons of a place with a character, for one page; far more than any page that is meant to be read needs. */
    private static final long MOST_WORK = 500_000_000;

    private static final int CORNERS = 8;

    private final PageText text;
    private final String base;
    private long work;

    /** @param base what relative URIs are relative to; empty where the document does not say */
    PageLinks(PageText text, String base) {
        this.text = text;
        this.base = base;
    }

    List<Link> of(PDPage page, int most) {
        var links = new ArrayList<Link>();
        var annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        for (var i = 0; annotations != null && i < annotations.size() && links.size() < most; i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                address(annotation).ifPresent(address -> links.add(new Link(address, ranges(annotation))));
            }
        }
        return links;
    }

    private Optional<String> address(COSDictionary annotation) {
        var action = annotation.getCOSDictionary(COSName.A);
        if (action == null) {
            return Optional.empty();
        }
        var kind = String.valueOf(action.getNameAsString(COSName.S));
        return switch (kind) {
            case "URI" -> uri(action);
            case "GoToR", "Launch" -> file(action);
            default -> Optional.empty();
        };
    }

    private Optional<String> uri(COSDictionary action) {
        return action.getDictionaryObject(COSName.URI) instanceof COSString string
                ? Optional.of(written(string.getString()))
                        .filter(uri -> !uri.isEmpty())
                        .map(uri -> base.isEmpty() || isAbsolute(uri) ? uri : base + uri)
                : Optional.empty();
    }

    /** Some producers end strings as C does; and no address has control characters in it (RFC 3986 section 2). */
    private static String written(String string) {
        return string.replaceAll("\\p{Cntrl}", "").strip();
    }

    private static boolean isAbsolute(String uri) {
        return uri.startsWith("//") || uri.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    /** The path of another file as a relative reference, in which only the path's own characters mean something. */
    private static Optional<String> file(COSDictionary action) {
        try {
            var file = PDFileSpecification.createFS(action.getDictionaryObject(COSName.F));
            return Optional.ofNullable(file)
                    .map(PDFileSpecification::getFile)
                    .filter(path -> !path.isBlank())
                    .map(path ->
                            path.strip().replace("%", "%25").replace("#", "%23").replace("?", "%3F"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Range> ranges(COSDictionary annotation) {
        var places = places(annotation);
        work += (long) places.size() * text.length();
        if (places.isEmpty() || work > MOST_WORK) {
            return List.of();
        }
        var ranges = new ArrayList<Range>();
        var start = -1;
        var end = -1;
        for (var at = 0; at < text.length(); at++) {
            if (!text.isDrawn(at)) {
                continue;
            }
            if (isCovered(at, places)) {
                start = start < 0 ? at : start;
                end = at + 1;
            } else if (start >= 0) {
                addStripped(ranges, start, end);
                start = -1;
            }
        }
        if (start >= 0) {
            addStripped(ranges, start, end);
        }
        return ranges;
    }

    private void addStripped(List<Range> ranges, int from, int to) {
        var start = from;
        var end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end && ranges.size() < MOST_RANGES) {
            ranges.add(new Range(text.inLines(start), text.inLines(end - 1) + 1));
        }
    }

    private boolean isCovered(int at, List<float[]> places) {
        for (var place : places) {
            if (text.isWithin(at, place[0], place[1], place[2], place[3])) {
                return true;
            }
        }
        return false;
    }

    /** Left, bottom, right and top of each quadrilateral; of the rectangle where there is none. */
    private static List<float[]> places(COSDictionary annotation) {
        var quads = annotation.getCOSArray(COSName.getPDFName("QuadPoints"));
        var rectangle = annotation.getCOSArray(COSName.RECT);
        if (quads != null && quads.size() >= CORNERS && quads.size() % CORNERS == 0) {
            var places = new ArrayList<float[]>();
            for (var at = 0; at < quads.size(); at += CORNERS) {
                places.add(bounds(quads, at, CORNERS));
            }
            return places;
        }
        return rectangle == null || rectangle.size() != 4 ? List.of() : List.of(bounds(rectangle, 0, 4));
    }

    private static float[] bounds(COSArray numbers, int from, int count) {
        var bounds = new float[] {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (var i = 0; i < count; i++) {
            var value = numbers.getObject(from + i) instanceof COSNumber number ? number.floatValue() : Float.NaN;
            bounds[i % 2] = Math.min(bounds[i % 2], value);
            bounds[2 + i % 2] = Math.max(bounds[2 + i % 2], value);
        }
        return bounds;
    }
}
