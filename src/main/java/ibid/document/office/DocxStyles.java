package ibid.document.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which styles of a word processor's document are headings, and of which level. */
final class DocxStyles implements XmlPart.Handler {
    /** Styles are derived from each other, in what should be a tree. */
    private static final int DEEPEST = 20;

    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private String style = "";

    /** Levels from 1 on by the ids of styles; text of others is no heading. */
    static Map<String, Integer> levels(OfficePackage opened, String part) {
        var styles = new DocxStyles();
        opened.read(part, styles);
        var all = new HashMap<>(styles.levels);
        for (var id : styles.bases.keySet()) {
            var at = id;
            for (var i = 0; i < DEEPEST && at != null && !all.containsKey(id); i++) {
                at = styles.bases.get(at);
                if (at != null && styles.levels.containsKey(at)) {
                    all.put(id, styles.levels.get(at));
                }
            }
        }
        return all;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        switch (element.name()) {
            case "w:style" -> style = element.attribute("w:styleId");
            case "w:basedOn" -> bases.put(style, element.attribute("w:val"));
            case "w:outlineLvl" -> {
                var level = element.number("w:val", 9);
                if (level < 9) {
                    levels.put(style, level + 1);
                }
            }
            case "w:name" -> {
                var name = element.attribute("w:val").toLowerCase(Locale.ROOT);
                if (name.equals("title")) {
                    levels.put(style, 1);
                } else if (name.matches("heading [1-9]")) {
                    levels.put(style, name.charAt(name.length() - 1) - '0');
                }
            }
            default -> {
                return true;
            }
        }
        return true;
    }

    @Override
    public void end(String name) {
        // A style's properties say all by their attributes.
    }

    @Override
    public void text(String characters) {
        // There is none.
    }
}
