package ibid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.registry.Agreement.Match;
import ibid.registry.Work.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of what a citation says and what a register says. */
class AgreementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Deep residual learning for image recognition | Deep Residual Learning for Image Recognition",
                "Cognition | Cognition",
                "The {E}instein equation | The Einstein Equation",
                "Colour vision in fishes and its behavioural use | Color vision in fishes and its behavioral use",
                "Thinking, fast and slow | Thinking, Fast and Slow: A Psychology of Decisions",
                "Weapons of math destruction: how big data increases inequality and threatens democracy | Weapons of"
                        + " math destruction",
                "Effects of CO2 on reef-building corals | Effects of CO<sub>2</sub> on reef&#x2010;building corals",
                "Research & development in Europe | Research &amp;amp; Development in Europe",
                "The role of TNF-α in sepsis | The role of TNF-alpha in sepsis",
                "Ileal-lymphoid-nodular hyperplasia in children | RETRACTED: Ileal-lymphoid-nodular hyperplasia in"
                        + " children",
                "Über die spezielle und die allgemeine Relativitätstheorie | Ueber die spezielle und die allgemeine"
                        + " Relativitaetstheorie",
                "Die Größe der Welt | Die Grösse der Welt",
                "L’étranger et l’absurde | L'etranger et l'absurde",
                "Étude de la théorie des graphes | Etude de la theorie des graphes",
                "A new species of frog from Borneo (Amphibia: Anura) | A new species of frog from Borneo",
                "Attention is all you need | Attention Is All You Need",
                "Война и мир | Война и мир",
                "深度学习在图像识别中的应用 | 深度学习在图像识别中的应用研究",
                "日本語の文法について | 日本語の文法について",
                "ทฤษฎีกราฟเบื้องต้น | ทฤษฎีกราฟเบื้องต้น",
                "On the electrodynamic of moving bodies | On the Electrodynamics of Moving Bodies",
                "Øresund and the Łódź school | Oresund and the Lodz School",
                "A <i>Drosophila</i> model of Parkinson disease | A Drosophila model of Parkinson's disease",
                "[RETRACTED ARTICLE] Effects of fasting on memory | Effects of fasting on memory",
            })
    void titlesOfOneWork(String cited, String registered) {
        assertThat(title(cited, registered)).isEqualTo(Match.AGREES);
        assertThat(title(registered, cited)).isEqualTo(Match.AGREES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deep residual learning for image recognition | Harbour seals return to the estuary after forty years",
                "Attention is all you need | A survey of coral reef decline in the Caribbean",
                "The structure of scientific revolutions | Vitamin D and bone mineral density in older women",
                "Zur Geschichte der Botanik in Wien | Einführung in die Theorie der Graphen",
                "Introduction à la sociologie des médias | Les oiseaux migrateurs de la Camargue",
                "Война и мир | Преступление и наказание",
                "深度学习在图像识别中的应用 | 中国古代诗歌研究",
                "Graph theory | Organic chemistry",
                "Statistical methods for clinical trials with missing data | Clinical outcomes of hip surgery in rural"
                        + " hospitals of Norway",
            })
    void titlesOfDifferentWorks(String cited, String registered) {
        assertThat(title(cited, registered)).isEqualTo(Match.DIFFERS);
        assertThat(title(registered, cited)).isEqualTo(Match.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "War and peace | Война и мир",
                "Deep learning in image recognition | 深度学习在图像识别中的应用",
                "Introduction | Graph theory and its applications",
                "Advances in graph theory | Graph colouring of planar maps",
                "1984 | Nineteen Eighty-Four",
                "Editorial | Preface",
                "Coral reef decline and recovery | Reef fishes after decline of seagrass",
            })
    void titlesThatProveNothing(String cited, String registered) {
        assertThat(title(cited, registered)).isEqualTo(Match.UNCLEAR);
        assertThat(title(registered, cited)).isEqualTo(Match.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smith, John and Doe, Jane | Smith, John | AGREES",
                "J. Doe, A. N. Other | Doe, Jane | AGREES",
                "Müller K | Mueller, Karl | AGREES",
                "Erdos, P. | Erdős, Pál | AGREES",
                "Čechov, A. | Chekhov, Anton | AGREES",
                "van den Berg, R. | Berg, R. van den | AGREES",
                "WHO | World Health Organization, | UNCLEAR",
                "World Health Organization | WHO, | UNCLEAR",
                "Li Wei | Wei, Li | AGREES",
                "李伟 | Li, Wei | UNCLEAR",
                "et al. | Smith, John | UNCLEAR",
                "Xiaoming Wang | Xiaoming, W. | AGREES",
                "Smith, John | Wakefield, Andrew | DIFFERS",
                "Smith, John and others | Nakamura, Shuji | DIFFERS",
                "Толстой, Л. Н. | Достоевский, Ф. М. | DIFFERS",
            })
    void authors(String cited, String registered, Match match) {
        var comma = registered.indexOf(',');
        var author = new Author(
                registered.substring(0, comma), registered.substring(comma + 1).strip());
        assertThat(agreement(
                                new Claim(Optional.empty(), Optional.of(cited), Optional.empty()),
                                "x",
                                List.of(author),
                                2000)
                        .author())
                .isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "2010, AGREES",
        "2009-12-31, AGREES",
        "2013, AGREES",
        "2012-05, AGREES",
        "2008, DIFFERS",
        "2014, DIFFERS",
        "in press, UNCLEAR",
    })
    void yearsOnlineAndInPrint(String cited, Match match) {
        var work = new Work(
                "R", List.of("x"), List.of(), List.of(), OptionalInt.of(2010), OptionalInt.of(2012), List.of());
        assertThat(work.agreement(new Claim(Optional.empty(), Optional.empty(), Optional.of(cited)))
                        .year())
                .isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Title, author and year are of something else.
                "Attention is all you need | Vaswani, A. | 2017 | true",
                // The year alone is the same by chance.
                "Attention is all you need | Vaswani, A. | 2011 | true",
                // No author, and both are of one language.
                "The attention of neural networks in translation | - | 2017 | true",
                "The attention of neural networks in translation | - | - | true",
                "The attention of neural networks in translation | - | 2011 | false",
                // A title without small words may be of any language.
                "Neural networks attention | - | 2017 | false",
                // A translation: other words, the same author, whatever the year.
                "Robben kehren in die Mündung zurück | Marsh, A. | 2011 | false",
                "Robben kehren in die Mündung zurück | Marsh, A. | 1990 | false",
                "Robben kehren in die Mündung zurück | - | 1990 | false",
                // Another paper of the author.
                "The diet of grey herons in winter | Marsh, A. | 1990 | true",
                // Reworded before it was published.
                "The diet of grey herons in winter | Marsh, A. | 2010 | false",
                // What it appeared in.
                "Journal of Estuarine Ecology | Smith, B. | 1999 | false",
                // Right, but the author is not.
                "Harbour seals return to the estuary | Smith, B. | 1999 | false",
                "- | Smith, B. | 1999 | false",
            })
    void onlyWhatIsBeyondDoubtIsAnotherWork(String title, String author, String year, boolean another) {
        var work = new Work(
                "Crossref",
                List.of("Harbour seals return to the estuary after forty years"),
                List.of("Journal of Estuarine Ecology"),
                List.of(new Author("Marsh", "Anna"), new Author("Reed", "Tom")),
                OptionalInt.of(2011),
                OptionalInt.of(2011),
                List.of());
        var claim = new Claim(Optional.ofNullable(title), Optional.ofNullable(author), Optional.ofNullable(year));
        assertThat(work.agreement(claim).isOfAnotherWork()).isEqualTo(another);
    }

    @Test
    void whatAgreesAndWhatDiffersIsNamed() {
        var agreement = agreement(
                new Claim(Optional.of("Harbour seals"), Optional.of("Smith"), Optional.of("1999")),
                "Harbour seals",
                List.of(new Author("Smith", "")),
                2010);
        assertThat(agreement.agreeing()).isEqualTo("title and author");
        assertThat(agreement.differing()).isEqualTo("year");
    }

    @Test
    void anyOfTheTitlesMayBeTheOneCited() {
        var titles = new ArrayList<>(List.of("Krieg und Frieden", "War and Peace"));
        var work = new Work("R", titles, List.of(), List.of(), OptionalInt.empty(), OptionalInt.empty(), List.of());
        assertThat(work.agreement(new Claim(Optional.of("War and peace"), Optional.empty(), Optional.empty()))
                        .isOfOneWork())
                .isTrue();
    }

    @Test
    void aTitleOfAnyLengthIsComparedSoon() {
        var longest = "word ".repeat(50_000);
        assertThat(title(longest, longest + "more")).isEqualTo(Match.AGREES);
        var varied = new StringBuilder();
        for (var i = 0; i < 20_000; i++) {
            varied.append("lengthyword").append(i).append(' ');
        }
        assertThat(title(varied.toString(), varied.reverse().toString())).isNotNull();
    }

    private static Match title(String cited, String registered) {
        return agreement(new Claim(Optional.of(cited), Optional.empty(), Optional.empty()), registered, List.of(), 2000)
                .title();
    }

    private static Agreement agreement(Claim claim, String title, List<Author> authors, int year) {
        return new Work("R", List.of(title), List.of(), authors, OptionalInt.of(year), OptionalInt.of(year), List.of())
                .agreement(claim);
    }
}
