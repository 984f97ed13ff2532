package ibid.document;

import java.util.Locale;
import java.util.Optional;

/** The document formats that can be read, with the name the report gives them and the file endings they are known by. */
public enum Format {
    TEXT("text", " txt text rst tex org "),
    MARKDOWN("markdown", " md markdown mdown mkd mkdn mdx qmd rmd "),
    HTML("html", " html htm xhtml ");

    private final String label;
    private final String endings;

    /** @param endings each with a space before and behind it */
    Format(String label, String endings) {
        this.label = label;
        this.endings = endings;
    }

    /** The name of the format in reports. */
    public String label() {
        return label;
    }

    /** The format of a file of this name; empty where its ending says nothing. */
    public static Optional<Format> ofName(String name) {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (dot >= 0 && format.endings.contains(" " + ending + " ")) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
