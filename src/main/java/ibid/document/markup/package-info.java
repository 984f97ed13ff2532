/** Reads marked-up text: Markdown, HTML, reStructuredText, AsciiDoc, LaTeX, wikitext and plain text. Uses the model in document; used by readers alone, and by formats that hold marked-up text. */
@NullMarked
package ibid.document.markup;

import org.jspecify.annotations.NullMarked;
