package ibid.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How values of one type are written and read. */
interface Kind {

    void write(DataOutputStream out, Object value) throws IOException;

    /** Reads what {@link #write} wrote; any unchecked exception of reading says that it did not. */
    Object read(ByteBuffer in);

    /** Equal for types that are written in the same way and mean the same. */
    String shape();

    /**
     * The kind of a type.
     *
     * @throws IllegalArgumentException where there is no way to write such a value
     */
    static Kind of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Many.of(generic.getRawType(), of(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return RecordKind.of(plain.asSubclass(Record.class));
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return new OneOf(List.of(plain.getEnumConstants()), plain.getSimpleName());
        }
        return Plain.of(type);
    }

    /** Nothing, one or several values of one type. */
    record Many(Kind inner, Function<List<Object>, Object> made, String shape) implements Kind {
        static Many of(Type raw, Kind inner) {
            if (raw == Optional.class) {
                return new Many(inner, items -> items.stream().findFirst(), "optional " + inner.shape());
            }
            if (raw == List.class) {
                return new Many(inner, List::copyOf, "list of " + inner.shape());
            }
            if (raw == Set.class) {
                return new Many(inner, LinkedHashSet::new, "set of " + inner.shape());
            }
            throw new IllegalArgumentException("no way to keep a " + raw.getTypeName());
        }

        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            var items = value instanceof Optional<?> one ? one.stream().toList() : (Collection<?>) value;
            out.writeInt(items.size());
            for (var item : items) {
                inner.write(out, item);
            }
        }

        @Override
        public Object read(ByteBuffer in) {
            return made.apply(
                    IntStream.range(0, length(in)).mapToObj(i -> inner.read(in)).toList());
        }
    }

    /** How many of what takes at least a byte each. */
    static int length(ByteBuffer in) {
        var length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException(length + " values in " + in.remaining() + " bytes");
        }
        return length;
    }

    /** By name, so that the order of the constants may change. */
    record OneOf(List<Object> constants, String shape) implements Kind {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            Plain.TEXT.write(out, ((Enum<?>) value).name());
        }

        @Override
        public Object read(ByteBuffer in) {
            var name = Plain.TEXT.read(in);
            return constants.stream()
                    .filter(constant -> ((Enum<?>) constant).name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + shape + " is called " + name));
        }
    }

    /** Component after component. */
    record RecordKind(List<RecordPart> parts, RecordMaker maker, String shape) implements Kind {
        static RecordKind of(Class<? extends Record> type) {
            var parts = Arrays.stream(type.getRecordComponents())
                    .map(RecordPart::of)
                    .toList();
            return new RecordKind(
                    parts,
                    RecordMaker.of(type),
                    parts.stream()
                            .map(part -> part.name() + " " + part.kind().shape())
                            .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")")));
        }

        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            for (var part : parts) {
                part.kind().write(out, part.of(value));
            }
        }

        @Override
        public Object read(ByteBuffer in) {
            return maker.make(parts.stream().map(part -> part.kind().read(in)).toArray());
        }
    }
}
