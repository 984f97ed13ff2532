package ibid.document.data;

import ibid.document.Comment;

/** Takes structured data value by value, in the order of the source. */
public interface DataSink {
    /** An object or array begins. */
    default void opened(DataPath path, int start) {}

    /** An object or array ends. */
    default void closed(DataPath path, int end) {}

    /** A name in an object. */
    default void key(DataPath path, FieldText name) {}

    /** A string, number or word. */
    void value(DataPath path, FieldText value);

    void comment(Comment comment);
}
