package ibid.document.data;

import ibid.document.Comment;
import ibid.document.DocumentReader;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Part;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads Jupyter notebooks: Markdown cells as Markdown, code cells as program text. Outputs are results of a run, not what the
 * author cites, and are passed over, as attachments and metadata are.
 */
public final class NotebookReader implements DocumentReader {
    private final DocumentReader markdown;

    public NotebookReader(DocumentReader markdown) {
        this.markdown = markdown;
    }

    @Override
    public Reading read(SourceText source) {
        var cells = new Cells();
        JsonScanner.scan(source.text(), cells);
        var whole = new Whole();
        var code = new CodeReader("." + ending(cells.language));
        for (var i = 0; i < cells.all.size(); i++) {
            var cell = cells.all.get(i);
            whole.parts.add(Part.named(cell.start, cell.end, "cell " + (i + 1)));
            if (!cell.text.isEmpty()) {
                whole.add(reading(cell, code));
            }
        }
        return whole.reading();
    }

    private Reading reading(Cell cell, DocumentReader code) {
        var map = cell.text.map();
        if (cell.type.equals("raw")) {
            return Reading.inSourceOrder(List.of(cell.text.build(TextBlock.Kind.PROSE, 0)), List.of(), List.of());
        }
        var text = SourceText.ofContainer(cell.text.text().toString());
        if (cell.type.equals("markdown")) {
            return markdown.read(text).within(map);
        }
        var program = List.of(cell.text.build(TextBlock.Kind.CODE, 0));
        return Reading.inSourceOrder(program, List.of(), List.of())
                .withComments(code.read(text).within(map).comments());
    }

    private static String ending(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "r" -> "r";
            case "julia" -> "jl";
            case "javascript", "typescript" -> "js";
            case "java", "kotlin", "scala", "groovy" -> "java";
            case "c++", "c", "rust", "go", "c#" -> "c";
            case "bash", "shell" -> "sh";
            case "sql" -> "sql";
            default -> "py";
        };
    }

    /** One cell, as far as it has been read. */
    private static final class Cell {
        final int start;
        final OffsetMap.Builder text = new OffsetMap.Builder();
        int end;
        String type = "code";

        Cell(int start) {
            this.start = start;
            this.end = start;
        }
    }

    /** Takes the cells out of the JSON (nbformat 3 and 4). */
    private static final class Cells implements DataSink {
        final List<Cell> all = new ArrayList<>();
        String language = "python";
        private int depth;

        @Override
        public void opened(DataPath path, int start) {
            if (isCell(path)) {
                all.add(new Cell(start));
                depth = path.depth();
            }
        }

        private static boolean isCell(DataPath path) {
            return path.index() >= 0 && path.name().equals("cells") && path.depth() <= 4;
        }

        @Override
        public void closed(DataPath path, int end) {
            if (isCell(path) && !all.isEmpty()) {
                all.get(all.size() - 1).end = end;
                depth = 0;
            }
        }

        @Override
        public void value(DataPath path, FieldText value) {
            if (depth == 0) {
                var isLanguage = path.toString().equals("$.metadata.language_info.name")
                        || path.toString().equals("$.metadata.kernelspec.language");
                language = isLanguage ? value.text() : language;
                return;
            }
            var cell = all.get(all.size() - 1);
            if (path.depth() == depth + 1 && path.key().equals("cell_type")) {
                cell.type = value.text();
            } else if (isSource(path)) {
                value.appendTo(cell.text);
            }
        }

        /** The text of a cell is a string or a list of lines. */
        private boolean isSource(DataPath path) {
            var isOwn = path.depth() == depth + 1 || (path.depth() == depth + 2 && path.index() >= 0);
            return isOwn && (path.name().equals("source") || path.name().equals("input"));
        }

        @Override
        public void comment(Comment comment) {
            // JSON has none.
        }
    }

    /** What all cells hold. */
    private static final class Whole {
        final List<Part> parts = new ArrayList<>();
        private final List<TextBlock> blocks = new ArrayList<>();
        private final List<ExplicitLink> links = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Comment> comments = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        void add(Reading cell) {
            blocks.addAll(cell.blocks());
            links.addAll(cell.links());
            entries.addAll(cell.entries());
            comments.addAll(cell.comments());
            cell.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        }

        Reading reading() {
            return new Reading(blocks, links, parts, entries, comments, problems);
        }
    }
}
