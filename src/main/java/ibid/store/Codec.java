package ibid.store;

import java.util.Optional;

/** Values to bytes and back. */
public interface Codec<V> {

    byte[] bytes(V value);

    /** The value; empty where the bytes are none, such as those that another version of the program wrote. */
    Optional<V> value(byte[] bytes);
}
