package ibid.document;

import java.util.List;

/**
 * The documents of a run.
 *
 * @param files sorted by path, each once
 * @param warnings sentences about inputs that gave nothing
 */
public record Inputs(List<DocumentFile> files, List<String> warnings) {
    public Inputs {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
