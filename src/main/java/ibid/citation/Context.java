package ibid.citation;

import java.util.Optional;

/**
 * What stands around a citation and helps to recognise its target.
 *
 * @param title title line of the citing passage
 * @param author author line of the citing passage
 * @param date ISO date of the citing passage, as precise as it is written: {@code 2020-06-03}, {@code 2020-06}, {@code 2020}
 * @param accessed ISO date on which the citing text says the target was read
 * @param committed ISO date of the commit that last changed the citing line
 * @param heading nearest heading above
 * @param linkText the text of the link
 * @param sentence the sentence around the citation, at most 300 characters
 */
public record Context(
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> accessed,
        Optional<String> committed,
        Optional<String> heading,
        Optional<String> linkText,
        Optional<String> sentence) {

    public static final Context NONE = new Context(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
