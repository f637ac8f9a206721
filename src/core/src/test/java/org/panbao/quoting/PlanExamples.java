package org.panbao.quoting;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Values of any type that a plan is made of, and records taken apart and put together. */
final class PlanExamples {

    private PlanExamples() {}

    /** Something of this type that no plan has: every part stated, every list with one element. */
    static Object of(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(of(list.getActualTypeArguments()[0]));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return build(
                    raw,
                    Arrays.stream(raw.getRecordComponents())
                            .map(component -> of(component.getGenericType()))
                            .toArray());
        }
        Object[] constants = raw.getEnumConstants();
        return constants == null ? scalar(raw) : constants[constants.length - 1];
    }

    private static Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "example";
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 1;
            case "Long" -> 1L;
            case "BigDecimal" -> BigDecimal.TEN;
            case "LocalDate" -> LocalDate.of(2026, 6, 1);
            default -> throw new IllegalArgumentException("no example of " + type);
        };
    }

    static Object[] values(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> value(record, component))
                .toArray();
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record with another value of one component. */
    static Object with(Record record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = values(record);
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(component) ? value : values[i];
        }
        return build(record.getClass(), values);
    }

    static Object build(Class<?> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
