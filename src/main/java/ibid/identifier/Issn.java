package ibid.identifier;

import java.util.Optional;

/** International Standard Serial Number (ISO 3297). */
final class Issn {
    private Issn() {}

    static Optional<Identified> read(String text) {
        var digits = Digits.of(text);
        if (digits.length() != 8) {
            return Optional.empty();
        }
        var complaint = CheckDigit.complaint(CheckDigit.modulo11(digits, 8), digits);
        return complaint.isPresent()
                ? Scheme.ISSN.wrong(text, complaint.get())
                : Scheme.ISSN.right(digits.substring(0, 4) + "-" + digits.substring(4));
    }
}
