package ibid.identifier;

import java.util.Optional;

/** The last character of a number, computed from the others; of all numbers only ASCII digits are read. */
final class CheckDigit {
    private CheckDigit() {}

    /** ISO 2108: weights 1 and 3 in turn, modulo 10. */
    static char ofIsbn13(String digits) {
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** ISBN-10 and ISSN (ISO 3297): weights from the length down to 2, modulo 11, with X for 10. */
    static char modulo11(String digits, int length) {
        var sum = 0;
        for (var i = 0; i < length - 1; i++) {
            sum += (digits.charAt(i) - '0') * (length - i);
        }
        return symbol((11 - sum % 11) % 11);
    }

    /** ORCID (ISO 7064 MOD 11-2). */
    static char ofOrcid(String digits) {
        var total = 0;
        for (var i = 0; i < 15; i++) {
            total = (total + digits.charAt(i) - '0') * 2 % 11;
        }
        return symbol((12 - total) % 11);
    }

    private static char symbol(int value) {
        return value == 10 ? 'X' : (char) ('0' + value);
    }

    /** What is wrong with a number whose last character should be another; empty where it is right. */
    static Optional<String> complaint(char expected, String number) {
        var actual = number.charAt(number.length() - 1);
        return actual == expected
                ? Optional.empty()
                : Optional.of("its check digit should be " + expected + ", not " + actual);
    }
}
