package ibid.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The canonical constructor of a record. */
record RecordMaker(Constructor<? extends Record> constructor) {

    static RecordMaker of(Class<? extends Record> type) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordMaker(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("every record has its canonical constructor", e);
        }
    }

    /** @throws IllegalArgumentException where the record refuses such values */
    Object make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("the record refuses these values", e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("the record cannot be made", e);
        }
    }
}
