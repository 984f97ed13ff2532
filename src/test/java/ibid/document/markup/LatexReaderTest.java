package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\url{⟦https://e.com/a⟧} \\url|⟦https://e.com/b⟧| \\nolinkurl{⟦https://e.com⟧}",
                "\\url{https://e.com/a\n\nb} \\url{e.com/a} \\url{#1}",
                "\\url{https://e.com/\\foo}",
                "\\href{⟦https://e.com/\\%20⟧}{a \\url{https://e.com} b}",
                "\\href {https://e.com}{a} \\href{⟦https://e.com⟧} x",
                "\\newcommand{\\x}[1]{\\href{https://e.com/#1}{#1}}\n\n\\href{⟦https://e.com/#1⟧}{a}",
                "\\doi{⟦10.1/a⟧} \\doi{a} \\eprint{⟦arXiv:1706.03762⟧} \\arxiv{⟦hep-th/9901001⟧} \\eprint{x}",
                "\\input{a} \\includegraphics{b.png} \\bibliography{c}",
                "\\documentclass{a}\\input{⟦a⟧}\\input{⟦a.tikz⟧}\\input{\\jobname}\\includegraphics{a}\\includegraphics[b]{⟦c.png⟧}",
                "\\documentclass{a}\\graphicspath{{p/}}\\includegraphics{c.png}\\addbibresource[location=remote]{⟦https://e.com/a.bib⟧}",
                "% \\url{https://e.com}\n\\% \\url{⟦https://e.com⟧}",
                "\\verb+\\url{https://e.com}+ \\lstinline[a]|\\url{https://e.com}| \\mintinline{a}{\\url{https://e.com}}",
                "\\begin{verbatim}\\url{https://e.com}\\end{verbatim}\\url{⟦https://e.com⟧}",
                "\\begin{minted}{c}\n\\url{https://e.com}",
                "\\hypersetup{pdfurl={https://e.com}, x={\n\n}} \\url{⟦https://e.com⟧}",
            })
    void findsExactlyTheDestinationsBetweenTheMarks(String picture) {
        var bars = picture.replace("|", "§").replaceAll("[⟦⟧]", "|");
        var text = picture.replaceAll("[⟦⟧]", "");
        assertThat(pictured(Reads.named("a.tex", text.replace("|", "§"))).replace("\\§", "§"))
                .isEqualTo(bars);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "a\\emph{b} \\textbf c => ab c",
                "caf\\'e na\\\"{\\i}ve \\c{c}a \\v{S} \\o{} => café naïve ça Š ø",
                "a~b---c ``d'' \\ldots{} 5\\% \\& \\_ => a b—c “d” … 5% & _",
                "https://e.com/~a--b---c \\\\ d => 'https://e.com/~a--b---c \\n d'",
                "a\\cite[p. 3]{b}\\citep*{c} d\\label{e}. => a d.",
                "a % b\\nc => 'a \\nc'",
                "\\href{https://e.com}{some words} here => some words here",
                "\\href{https://e.com}{e.com} here => '  here'",
                "\\textcolor{red}{a} \\unknown[b]{c} => a [b]c",
                "a\\footnote{b} c => a|b| c",
                "a \\begin{x}b\\end{x} \\item c => 'a |b|c'",
                "} a { b => ' a  b'",
            })
    void showsWhatAReaderSees(String text, String prose) {
        var document = Reads.named("a.tex", text.replace("\\n", "\n"));
        assertThat(String.join("|", texts(document, TextBlock.Kind.PROSE))).isEqualTo(prose.replace("\\n", "\n"));
    }

    @Test
    void sectionsAreHeadingsAndCommentsAreKept() {
        var text =
                "\\title{A}\n\\section[s]{B \\emph{c}}\n\\subsection*{D\\footnote{e}}\nx % ibid-ignore: f\n\\begin{comment}g\\end{comment}";
        var document = Reads.named("a.tex", text);
        assertThat(document.blocks().stream()
                        .filter(block -> block.kind() == TextBlock.Kind.HEADING)
                        .map(block -> block.level() + block.text()))
                .containsExactly("1A", "2B c", "3D");
        assertThat(document.reading().comments()).extracting(Comment::text).containsExactly("ibid-ignore: f", "g");
    }

    @Test
    void eachItemOfABibliographyIsAnEntry() {
        var text = "\\begin{thebibliography}{9}\n\\bibitem[x]{k} A.\n\n\\bibitem{l} B.\n\\end{thebibliography}\nC";
        var entries = Reads.named("a.tex", text).reading().entries();
        assertThat(entries.stream().map(e -> e.key().orElse("") + "=" + text.substring(e.start(), e.end())))
                .containsExactly("k=\\bibitem[x]{k} A.", "l=\\bibitem{l} B.");
    }
}
