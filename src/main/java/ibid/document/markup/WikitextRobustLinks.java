package ibid.document.markup;

import ibid.document.AsciiAddress;
import ibid.document.Rewriting;
import ibid.document.RobustLink;
import ibid.document.RobustLinks;
import ibid.document.markup.WikitextParameters.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Addresses in the templates of wikitext that cite a source, which name a copy in parameters of their own. */
public final class WikitextRobustLinks implements RobustLinks {
    /** What would end the parameter, or the link that is made of it. */
    private static final String SPECIAL = "{}[]|<>\"'";

    private final String text;
    private final WikitextBraces braces;

    /** By where their templates begin: one may hold very many links. */
    private final Map<Integer, Map<String, Parameter>> parameters = new HashMap<>();

    private WikitextRobustLinks(String text) {
        this.text = text;
        this.braces = new WikitextBraces(text);
    }

    public static RobustLinks of(String text) {
        return new WikitextRobustLinks(text);
    }

    /**
     * How the templates of a family name a copy. Other names of a parameter, which are read and not written, follow it.
     *
     * @param address the copy is one of the first of these that is given
     * @param status says whether the address itself is to be followed
     * @param gone the status of one that is not; {@code there} that of one that is, empty where nothing says so
     */
    private record Family(
            List<String> address, List<String> copy, List<String> day, String status, String gone, String there) {
        /** Help:Citation Style 1; without a status a source that has a copy is taken for gone. */
        static final Family STYLE_1 = new Family(
                List.of(
                        "chapter-url",
                        "chapterurl",
                        "contribution-url",
                        "section-url",
                        "article-url",
                        "entry-url",
                        "url"),
                List.of("archive-url", "archiveurl"),
                List.of("archive-date", "archivedate"),
                "url-status",
                "dead",
                "live");

        /** Vorlage:Internetquelle of the German Wikipedia. */
        static final Family GERMAN =
                new Family(List.of("url"), List.of("archiv-url"), List.of("archiv-datum"), "offline", "1", "");

        /** Modèle:Lien web of the French one, where nothing says that the source is gone but a day. */
        static final Family FRENCH = new Family(
                List.of("url"),
                List.of("archive-url", "archiveurl"),
                List.of("archive-date", "archivedate"),
                "",
                "",
                "");

        static Optional<Family> of(String template) {
            if (template.startsWith("cite ") || template.equals("citation")) {
                return Optional.of(STYLE_1);
            }
            return switch (template) {
                case "internetquelle" -> Optional.of(GERMAN);
                case "lien web" -> Optional.of(FRENCH);
                default -> Optional.empty();
            };
        }
    }

    @Override
    public Optional<RobustLink> at(int start, int end) {
        var open = braces.opening(start);
        if (open < 0) {
            return Optional.empty();
        }
        var close = braces.closing(open);
        var bar = text.indexOf('|', open);
        if (bar < 0 || bar > start) {
            return Optional.empty();
        }
        var name = text.substring(open + 2, bar).strip().toLowerCase(Locale.ROOT);
        return Family.of(name).flatMap(family -> {
            var given = parameters.computeIfAbsent(open, at -> WikitextParameters.of(text, bar, close));
            return first(given, family.address())
                    .filter(value -> value.start() <= start && end <= value.end())
                    .map(value -> new Link(family, given, value));
        });
    }

    /** The first that is given and says something. */
    private static Optional<Parameter> first(Map<String, Parameter> parameters, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(parameters.get(name)).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private final class Link implements RobustLink {
        private final Family family;
        private final Map<String, Parameter> parameters;
        private final Parameter address;

        Link(Family family, Map<String, Parameter> parameters, Parameter address) {
            this.family = family;
            this.parameters = parameters;
            this.address = address;
        }

        @Override
        public boolean leadsToCopy() {
            var isSaidToBeThere = family.there().isEmpty()
                    ? !family.status().isEmpty() && status().isEmpty()
                    : status().equals(Optional.of(family.there()));
            return first(parameters, family.copy()).isPresent() && !isSaidToBeThere;
        }

        private Optional<String> status() {
            return first(parameters, List.of(family.status()))
                    .map(value -> text.substring(value.start(), value.end()).toLowerCase(Locale.ROOT));
        }

        @Override
        public Optional<Rewriting> naming(Copy copy) {
            var parts = new ArrayList<Rewriting>();
            var hasCopy = first(parameters, family.copy()).isPresent();
            if (hasCopy && !copy.isOriginalGone()) {
                return Optional.empty();
            }
            if (!hasCopy) {
                put(family.copy(), AsciiAddress.without(SPECIAL, copy.address()), parts);
                put(family.day(), copy.day().toString(), parts);
            }
            status(copy.isOriginalGone(), parts);
            return Rewriting.joined(text, address.start(), parts);
        }

        /** What an editor says beyond there or gone, such as that another sits at the address now, stays. */
        private void status(boolean isGone, List<Rewriting> parts) {
            var value = isGone ? family.gone() : family.there();
            var said = status();
            if (value.isEmpty()) {
                return;
            }
            if (said.isEmpty()) {
                put(List.of(family.status()), value, parts);
            } else if (isGone && said.get().equals(family.there())) {
                first(parameters, List.of(family.status()))
                        .ifPresent(old -> parts.add(new Rewriting(old.start(), old.end(), value)));
            }
        }

        /** Puts a value where one of the parameters stands empty, else a new parameter behind the address. */
        private void put(List<String> names, String value, List<Rewriting> parts) {
            for (var name : names) {
                var given = parameters.get(name);
                if (given != null) {
                    if (given.isBlank()) {
                        var at = given.behindName();
                        var hasRoom = text.charAt(at) == ' ' && Character.isWhitespace(text.charAt(at + 1));
                        parts.add(Rewriting.between(hasRoom ? at + 1 : at, value));
                    } else {
                        parts.add(new Rewriting(given.start(), given.end(), value));
                    }
                    return;
                }
            }
            parts.add(Rewriting.between(address.end(), laidOut(names.get(0), value)));
        }

        /** As the parameter of the address is, with the white space before its bar and around its equals sign. */
        private String laidOut(String name, String value) {
            var lead = text.substring(Spaces.trimmedEnd(text, 0, address.bar()), address.bar());
            var nameStart = Spaces.skip(text, address.bar() + 1, address.behindName());
            var nameEnd = Spaces.trimmedEnd(text, nameStart, address.behindName() - 1);
            var room = address.behindName() - 1 - nameEnd;
            var padding = room == 0 ? 0 : Math.max(1, nameEnd - nameStart + room - name.length());
            return lead + text.substring(address.bar(), nameStart) + name + " ".repeat(padding) + "="
                    + text.substring(address.behindName(), address.start()) + value;
        }
    }
}
