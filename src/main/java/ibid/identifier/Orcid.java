package ibid.identifier;

import java.util.Optional;

/** Open Researcher and Contributor iD: a person, not a work. */
final class Orcid {
    private Orcid() {}

    static Optional<Identified> read(String text) {
        var digits = Digits.of(text);
        if (digits.length() != 16) {
            return Optional.empty();
        }
        var complaint = CheckDigit.complaint(CheckDigit.ofOrcid(digits), digits);
        return complaint.isPresent()
                ? Scheme.ORCID.wrong(text, complaint.get())
                : Scheme.ORCID.right(String.join(
                        "-",
                        digits.substring(0, 4),
                        digits.substring(4, 8),
                        digits.substring(8, 12),
                        digits.substring(12)));
    }
}
