package ibid.document.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a part leads to: other parts of the package, and addresses outside of it (ECMA-376 part 2, section 6.5). */
final class Relationships implements XmlPart.Handler {
    private final String folder;
    private final Map<String, Relationship> byId = new LinkedHashMap<>();

    private Relationships(String folder) {
        this.folder = folder;
    }

    private record Relationship(String type, String target, boolean isExternal) {}

    static Relationships of(OfficePackage opened, String part) {
        var slash = part.lastIndexOf('/') + 1;
        var relationships = new Relationships(part.substring(0, slash));
        opened.read(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels", relationships);
        return relationships;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        if (element.name().equals("rels:Relationship")) {
            byId.put(
                    element.attribute("Id"),
                    new Relationship(
                            element.attribute("Type"),
                            element.attribute("Target").strip(),
                            element.attribute("TargetMode").equals("External")));
        }
        return true;
    }

    @Override
    public void end(String name) {
        // An element says all by its attributes.
    }

    @Override
    public void text(String characters) {
        // There is none.
    }

    /** The address outside of the package; empty for a part of it and for an id that is not there. */
    Optional<String> external(String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(r -> r.isExternal() && !r.target().isEmpty())
                .map(Relationship::target);
    }

    /** The name of a part. */
    Optional<String> part(String id) {
        return Optional.ofNullable(byId.get(id)).filter(r -> !r.isExternal()).map(r -> resolved(r.target()));
    }

    /** The names of all parts of a type, in the order in which they are listed. */
    List<String> partsOf(String type) {
        return byId.values().stream()
                .filter(r -> !r.isExternal() && r.type().endsWith("/" + type))
                .map(r -> resolved(r.target()))
                .toList();
    }

    private String resolved(String target) {
        return resolved(folder, target);
    }

    /** The name of a part, written relative to a folder of the package or, with a slash, to its root. */
    static String resolved(String folder, String target) {
        var segments = new ArrayList<String>();
        for (var segment : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }
}
