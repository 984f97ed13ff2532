package ibid.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;

/** Values that hold no others. */
enum Plain implements Kind {
    TEXT(String.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            var bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public Object read(ByteBuffer in) {
            var bytes = new byte[Kind.length(in)];
            in.get(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    },
    INT(int.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeInt((int) value);
        }

        @Override
        public Object read(ByteBuffer in) {
            return in.getInt();
        }
    },
    LONG(long.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeLong((long) value);
        }

        @Override
        public Object read(ByteBuffer in) {
            return in.getLong();
        }
    },
    DOUBLE(double.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeDouble((double) value);
        }

        @Override
        public Object read(ByteBuffer in) {
            return in.getDouble();
        }
    },
    FLAG(boolean.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeBoolean((boolean) value);
        }

        @Override
        public Object read(ByteBuffer in) {
            return in.get() != 0;
        }
    },
    INSTANT(Instant.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            var instant = (Instant) value;
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }

        @Override
        public Object read(ByteBuffer in) {
            return Instant.ofEpochSecond(in.getLong(), in.getInt());
        }
    },
    DATE(LocalDate.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeLong(((LocalDate) value).toEpochDay());
        }

        @Override
        public Object read(ByteBuffer in) {
            return LocalDate.ofEpochDay(in.getLong());
        }
    },
    PERHAPS_INT(OptionalInt.class) {
        @Override
        public void write(DataOutputStream out, Object value) throws IOException {
            out.writeBoolean(((OptionalInt) value).isPresent());
            out.writeInt(((OptionalInt) value).orElse(0));
        }

        @Override
        public Object read(ByteBuffer in) {
            var isPresent = in.get() != 0;
            var number = in.getInt();
            return isPresent ? OptionalInt.of(number) : OptionalInt.empty();
        }
    };

    private final Class<?> type;

    Plain(Class<?> type) {
        this.type = type;
    }

    static Plain of(Type type) {
        return Arrays.stream(values())
                .filter(plain -> plain.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no way to keep a " + type.getTypeName()));
    }

    @Override
    public String shape() {
        return type.getSimpleName();
    }
}
