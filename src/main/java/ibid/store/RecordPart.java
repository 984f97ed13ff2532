package ibid.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Objects;

/** A component of a record. */
record RecordPart(String name, Method accessor, Kind kind) {

    static RecordPart of(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new RecordPart(component.getName(), accessor, Kind.of(component.getGenericType()));
    }

    Object of(Object record) {
        try {
            return Objects.requireNonNull(accessor.invoke(record), name);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the component " + name + " cannot be read", e);
        }
    }
}
