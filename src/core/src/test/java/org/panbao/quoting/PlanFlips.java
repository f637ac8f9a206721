package org.panbao.quoting;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;

/**
 * Copies of a plan in each of which one leaf differs: a scalar has another value, is stated or no longer is, or a list has
 * an element less or one more.
 */
final class PlanFlips {

    /**
     * A changed copy.
     *
     * @param field path of the leaf in any plan, for example {@code insureds.region}; of the list for its elements
     * @param place the leaf in this plan, for example {@code insureds[2].region}
     * @param value what it becomes
     */
    record Flip(String field, String place, Object value, Function<Object, Plan> into) {

        Plan plan() {
            return into.apply(value);
        }
    }

    /** Where the walk stands, and how a value there becomes a plan. */
    private record Place(String field, String path, Function<Object, Plan> plan) {

        Place component(String name, Function<Object, Object> intoRecord) {
            String dot = field.isEmpty() ? "" : ".";
            return new Place(field + dot + name, path + dot + name, intoRecord.andThen(plan));
        }

        Place element(int index, Function<Object, Object> intoList) {
            return new Place(field, path + "[" + index + "]", intoList.andThen(plan));
        }
    }

    private static final BigDecimal NINE_TENTHS = new BigDecimal("0.9");
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private final List<Flip> flips = new ArrayList<>();

    private PlanFlips() {}

    static List<Flip> of(Plan plan) {
        PlanFlips walk = new PlanFlips();
        walk.flipRecord(plan, new Place("", "", Plan.class::cast));
        return walk.flips;
    }

    /** Paths of every scalar of a record, through records and lists. */
    static List<String> leaves(Class<?> record, String path) {
        List<String> leaves = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Class<?> type = raw(component.getGenericType());
            Class<?> leaf = type == List.class ? raw(elementType(component.getGenericType())) : type;
            leaves.addAll(leaf.isRecord() ? leaves(leaf, field) : List.of(field));
        }
        return leaves;
    }

    private void flip(Object value, AnnotatedType annotated, Place place) {
        Type type = annotated.getType();
        Class<?> raw = raw(type);
        if (raw == List.class && value == null) {
            add(place, List.of());
        } else if (raw == List.class) {
            if (annotated.isAnnotationPresent(Nullable.class)) {
                add(place, null);
            }
            flipList(
                    (List<?>) value,
                    ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0],
                    place);
        } else if (!raw.isRecord()) {
            others(raw, place.field(), value).forEach(other -> add(place, other));
            if (value != null && annotated.isAnnotationPresent(Nullable.class)) {
                add(place, null);
            }
        } else if (value != null) {
            flipRecord((Record) value, place);
        }
    }

    private void add(Place place, Object other) {
        flips.add(new Flip(place.field(), place.path(), other, place.plan()));
    }

    private void flipRecord(Record record, Place place) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] present = PlanExamples.values(record);
        for (int i = 0; i < components.length; i++) {
            int flipped = i;
            Place inside = place.component(components[i].getName(), other -> {
                Object[] values = present.clone();
                values[flipped] = other;
                return PlanExamples.build(record.getClass(), values);
            });
            flip(present[i], components[i].getAnnotatedType(), inside);
        }
    }

    private void flipList(List<?> list, AnnotatedType type, Place place) {
        Object example = PlanExamples.of(type.getType());
        List<Object> longer = new ArrayList<>(list);
        longer.add(example);
        add(place, longer);
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            List<Object> shorter = new ArrayList<>(list);
            shorter.remove(index);
            if (!shorter.isEmpty() || !place.field().equals("insureds")) {
                flips.add(new Flip(place.field(), place.path() + "[-" + i + "]", shorter, place.plan()));
            }
            flip(list.get(i), type, place.element(i, other -> {
                List<Object> changed = new ArrayList<>(list);
                changed.set(index, other);
                return changed;
            }));
        }
    }

    private static List<?> others(Class<?> type, String field, Object value) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant != value)
                    .toList();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Stream.of(true, false).filter(other -> !other.equals(value)).toList();
        }
        if (type == int.class || type == Integer.class) {
            return value == null ? List.of(0, 7) : List.of((Integer) value + 1, (Integer) value * 3 + 4);
        }
        if (type == Long.class) {
            return value == null ? List.of(0L, 2_000_000L) : List.of((Long) value + 1, (Long) value * 30 + 4);
        }
        if (type == BigDecimal.class) {
            BigDecimal number = (BigDecimal) value;
            return value == null
                    ? List.of(BigDecimal.ONE, new BigDecimal("95"))
                    : List.of(
                            number.multiply(NINE_TENTHS), number.multiply(FIVE).add(BigDecimal.TEN));
        }
        if (type == LocalDate.class) {
            LocalDate date = value == null ? SamplePlans.RATING_DATE : (LocalDate) value;
            return List.of(date.minusDays(1500), date.plusDays(400));
        }
        return otherTexts(field, (String) value);
    }

    private static List<String> otherTexts(String field, String value) {
        return switch (field) {
            case "insureds.industry" -> List.of("D4411", "O8011", "J6621", "I6311");
            case "insureds.region" -> List.of("650100");
            default -> List.of(value + "x");
        };
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type elementType(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }
}
