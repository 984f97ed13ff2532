package ibid.document.mail;

import ibid.document.Problem;

/** How far messages are taken apart. */
final class MailLimits {
    static final int DEEPEST = 20;
    static final int MOST_PARTS = 10_000;
    static final int LONGEST_HEADER = 1 << 18;

    static final Problem TOO_DEEP = Problem.limit(
            "Its parts lie inside each other deeper than %,d levels; what lies deeper was not read.", DEEPEST);
    static final Problem TOO_MANY = Problem.limit("It has more than %,d parts; the rest was not read.", MOST_PARTS);
    static final Problem TOO_LONG =
            Problem.limit("A header in it is longer than %,d characters; the rest of it was not read.", LONGEST_HEADER);

    private MailLimits() {}
}
