package ibid.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The document formats that can be read, with the name the report gives them and the file endings they are known by. */
public enum Format {
    TEXT("text", Group.DOCUMENTS, " txt text org "),
    MARKDOWN("markdown", Group.DOCUMENTS, " md markdown mdown mkd mkdn mdx qmd rmd "),
    HTML("html", Group.DOCUMENTS, " html htm xhtml "),
    REST("rst", Group.DOCUMENTS, " rst "),
    ASCIIDOC("asciidoc", Group.DOCUMENTS, " adoc asciidoc "),
    LATEX("latex", Group.DOCUMENTS, " tex ltx latex "),
    WIKITEXT("wikitext", Group.DOCUMENTS, " wiki wikitext mediawiki "),
    BIBTEX("bibtex", Group.DOCUMENTS, " bib bibtex "),
    RIS("ris", Group.DOCUMENTS, " ris nbib "),
    CSL_JSON("csl-json", Group.DOCUMENTS, " csljson csl.json "),
    CITATION_CFF("citation-cff", Group.DOCUMENTS, " cff "),
    JATS("jats", Group.DOCUMENTS, " nxml jats jats.xml "),
    NOTEBOOK("notebook", Group.DOCUMENTS, " ipynb "),
    FEED("feed", Group.DOCUMENTS, " rss atom "),
    MAIL("mail", Group.DOCUMENTS, " eml "),
    MBOX("mbox", Group.DOCUMENTS, " mbox "),
    DOCX("docx", Group.CONTAINERS, " docx docm dotx "),
    XLSX("xlsx", Group.CONTAINERS, " xlsx xlsm xltx "),
    PPTX("pptx", Group.CONTAINERS, " pptx pptm ppsx potx "),
    ODT("odt", Group.CONTAINERS, " odt ott "),
    ODS("ods", Group.CONTAINERS, " ods ots "),
    ODP("odp", Group.CONTAINERS, " odp otp "),
    EPUB("epub", Group.CONTAINERS, " epub "),
    PDF("pdf", Group.CONTAINERS, " pdf "),
    XML("xml", Group.DATA, " xml "),
    CSV("csv", Group.DATA, " csv "),
    TSV("tsv", Group.DATA, " tsv tab "),
    JSON("json", Group.DATA, " json jsonl ndjson geojson jsonld "),
    YAML("yaml", Group.DATA, " yaml yml "),
    TOML("toml", Group.DATA, " toml "),
    LOG("log", Group.DATA, " log "),
    CODE(
            "code",
            Group.CODE,
            " java kt kts scala groovy py pyi rb rs go c h cc cpp hpp cxx cs js mjs cjs ts tsx jsx swift m mm php pl pm"
                    + " sh bash zsh fish ps1 lua r jl sql hs ml erl ex exs clj lisp el vim css scss less proto cmake ");

    private final String label;
    private final Group group;
    private final String endings;

    /** @param endings each with a space before and behind it */
    Format(String label, Group group, String endings) {
        this.label = label;
        this.group = group;
        this.endings = endings;
    }

    /** What the files of a format are for, which decides whether a walk picks them up. */
    public enum Group {
        /** Text that people read; a walk reads it. */
        DOCUMENTS,
        /** Documents whose files are not text; a walk reads them. */
        CONTAINERS,
        /** Values for programs; read when named or asked for. */
        DATA,
        /** Program text, whose comments are read when named or asked for. */
        CODE
    }

    /** The name of the format in reports. */
    public String label() {
        return label;
    }

    /** The format of this name. */
    public static Optional<Format> labelled(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst();
    }

    /** The file endings it is known by, without the dot, in small letters. */
    public List<String> endings() {
        return List.of(endings.strip().split(" ", -1));
    }

    public Group group() {
        return group;
    }

    /** Whether its files are packed or drawn, so that nothing in them has a line. */
    public boolean isContainer() {
        return group == Group.CONTAINERS;
    }

    /** Whether its files look much as their readers see them, so that titles and dates are told by how lines look. */
    public boolean isPlain() {
        return switch (this) {
            case TEXT, REST, ASCIIDOC, LATEX, WIKITEXT, LOG -> true;
            default -> false;
        };
    }

    /** The format of a file of this name; empty where its ending says nothing. The longest ending decides. */
    public static Optional<Format> ofName(String name) {
        var lower = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        for (var dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
            var ending = " " + lower.substring(dot + 1) + " ";
            for (var format : values()) {
                if (format.endings.contains(ending)) {
                    return Optional.of(format);
                }
            }
        }
        return Optional.empty();
    }
}
