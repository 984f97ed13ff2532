package ibid.identifier;

import java.util.Optional;

/** International Standard Book Number (ISO 2108). The ten digits of before 2007 mean the same book as 978 before them. */
final class Isbn {
    private static final int SHORTEST_SLIP = 9;
    private static final int LONGEST_SLIP = 14;

    private Isbn() {}

    static Optional<Identified> read(String text) {
        var digits = Digits.of(text);
        return switch (digits.length()) {
            case 10 -> ofTen(text, digits);
            case 13 -> ofThirteen(text, digits);
            default ->
                digits.length() < SHORTEST_SLIP || digits.length() > LONGEST_SLIP
                        ? Optional.empty()
                        : Scheme.ISBN.wrong(text, "it has " + digits.length() + " digits where an ISBN has 10 or 13");
        };
    }

    private static Optional<Identified> ofTen(String text, String digits) {
        var complaint = CheckDigit.complaint(CheckDigit.modulo11(digits, 10), digits);
        if (complaint.isPresent()) {
            return Scheme.ISBN.wrong(text, complaint.get());
        }
        var first = "978" + digits.substring(0, 9);
        return Scheme.ISBN.right(first + CheckDigit.ofIsbn13(first));
    }

    private static Optional<Identified> ofThirteen(String text, String digits) {
        if (!digits.startsWith("978") && !digits.startsWith("979")) {
            return Scheme.ISBN.wrong(
                    text, "it begins with " + digits.substring(0, 3) + " where 13 digits begin with 978 or 979");
        }
        var complaint = CheckDigit.complaint(CheckDigit.ofIsbn13(digits), digits);
        return complaint.isPresent() ? Scheme.ISBN.wrong(text, complaint.get()) : Scheme.ISBN.right(digits);
    }
}
