package ibid.registry;

import ibid.identifier.Identifier;
import ibid.registry.Notice.Kind;
import ibid.registry.Registration.State;
import ibid.registry.Work.Author;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * arXiv's API, which wants one request in three seconds: what comes while one is under way is asked for together in the next.
 *
 * <p>It is no proof that a paper is missing from an answer: the API leaves out now and then what is there.
 */
final class ArxivRegister implements Register {
    private static final String NAME = "arXiv";
    private static final int MOST_TOGETHER = 50;
    private static final Pattern ABSTRACT = Pattern.compile("https?://[^/]+/abs/(.+?)(?:v\\d{1,3})?/?");
    private static final Pattern WITHDRAWN = Pattern.compile(
            "^\\W*withdrawn\\b|\\b(?:this|the)"
                    + " (?:paper|article|submission|manuscript|preprint|work|note)\\b[^.]{0,60}?\\b(?:has been|is|was)"
                    + " (?:now )?withdrawn\\b",
            Pattern.CASE_INSENSITIVE);

    private final Questions questions;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean underWay;

    private record Waiting(Identifier id, CompletableFuture<Entry> entry) {}

    ArxivRegister(Questions questions) {
        this.questions = questions;
    }

    @Override
    public CompletableFuture<Entry> entry(Identifier id) {
        var entry = new CompletableFuture<Entry>();
        synchronized (this) {
            waiting.add(new Waiting(id, entry));
        }
        askNext();
        return entry;
    }

    private void askNext() {
        var together = new ArrayList<Waiting>();
        synchronized (this) {
            if (underWay || waiting.isEmpty()) {
                return;
            }
            underWay = true;
            while (!waiting.isEmpty() && together.size() < MOST_TOGETHER) {
                together.add(waiting.remove());
            }
        }
        var ids = together.stream().map(one -> one.id().inPath()).collect(Collectors.joining(","));
        var unused = questions
                .ask(
                        NAME,
                        questions.registries().arxiv() + "/api/query?id_list=" + ids + "&max_results="
                                + together.size())
                .thenAccept(answer -> {
                    synchronized (this) {
                        underWay = false;
                    }
                    var entries = entries(answer);
                    together.forEach(one -> one.entry().complete(read(one.id(), answer, entries)));
                    askNext();
                });
    }

    /** The papers of an answer, by their identifiers without version; empty where it is no answer of arXiv. */
    private static Optional<Map<String, Element>> entries(Answer answer) {
        if (!answer.hasStatus(200)) {
            return Optional.empty();
        }
        var text = new String(answer.body().bytes(), StandardCharsets.UTF_8);
        var feed = Jsoup.parse(text, "", Parser.xmlParser()).children().stream()
                .filter(root -> root.normalName().equals("feed"))
                .findFirst();
        return feed.map(root -> {
            var papers = new HashMap<String, Element>();
            root.children().stream()
                    .filter(child -> child.normalName().equals("entry"))
                    .forEach(entry -> child(entry, "id").ifPresent(address -> {
                        var match = ABSTRACT.matcher(address);
                        if (match.matches()) {
                            papers.put(match.group(1), entry);
                        }
                    }));
            return papers;
        });
    }

    private static Entry read(Identifier id, Answer answer, Optional<Map<String, Element>> papers) {
        if (papers.isEmpty()) {
            return Entry.unclear(answer.hasStatus(200) ? answer.unusable("with no feed") : answer, NAME);
        }
        var paper = Optional.ofNullable(papers.get().get(id.work().value()));
        if (paper.isEmpty()) {
            return new Entry(
                    Registration.of(State.UNLISTED, answer.status(), "arXiv's API does not list " + id.shown()),
                    Description.NONE);
        }
        return new Entry(
                Registration.of(State.REGISTERED, answer.status(), id.shown() + " is a paper of arXiv"),
                description(paper.get()));
    }

    private static Description description(Element paper) {
        var first = Json.year(child(paper, "published").orElse(""));
        var last = Json.year(child(paper, "updated").orElse(""));
        var authors = new ArrayList<Author>();
        paper.children().stream()
                .filter(child -> child.normalName().equals("author"))
                .forEach(author -> child(author, "name").ifPresent(name -> authors.add(author(name))));
        var described = Description.of(new Work(
                NAME,
                child(paper, "title").stream().toList(),
                List.of(),
                authors,
                first,
                last.isPresent() ? last : first,
                notices(paper)));
        return child(paper, "arxiv:doi")
                .map(doi -> described.and("it was published as doi:" + doi))
                .orElse(described);
    }

    private static Author author(String name) {
        var space = name.lastIndexOf(' ');
        return space > 0 ? new Author(name.substring(space + 1), name.substring(0, space)) : new Author(name, "");
    }

    /** A paper is withdrawn by a last version that says so in its comment or in place of the abstract. */
    private static List<Notice> notices(Element paper) {
        var says = child(paper, "arxiv:comment")
                .filter(text -> WITHDRAWN.matcher(text).find())
                .or(() -> child(paper, "summary")
                        .map(text -> text.substring(0, Math.min(200, text.length())))
                        .filter(text -> WITHDRAWN.matcher(text).find()));
        return says.isEmpty()
                ? List.of()
                : List.of(new Notice(
                        Kind.WITHDRAWAL,
                        child(paper, "updated")
                                .filter(date -> date.length() >= 10)
                                .map(date -> date.substring(0, 10)),
                        Optional.empty(),
                        NAME));
    }

    private static Optional<String> child(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> child.normalName().equals(name))
                .map(child -> child.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
