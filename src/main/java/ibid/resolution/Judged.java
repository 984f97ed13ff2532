package ibid.resolution;

/** A reason with the sentence that it rests on. */
record Judged(Reason reason, String sentence) {}
