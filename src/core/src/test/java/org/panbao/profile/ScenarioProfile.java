package org.panbao.profile;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;

/**
 * The sound enterprise with the facts of a scenario row changed. Facts are separated by semicolons:
 * {@code Q-P2=NO}, {@code Q-P1=YES:31} (a value), {@code Q-B3=YES@366} (days since the date),
 * {@code enterprise.dataExport=true}, {@code enterprise.packs=CLOUD_HOSTING+FINANCE} (a list), {@code system.filed=false},
 * {@code incidents.openCount=1}, {@code wanted=P01},
 * {@code unstated=enterprise.dataExport@one}, {@code assessment=SCAN-1:false} (whether it is held).
 */
public final class ScenarioProfile {

    private ScenarioProfile() {}

    public static Profile of(Profile base, String facts) {
        Profile profile = base;
        for (String fact : facts.split(";", -1)) {
            String[] sides = fact.trim().split("=", 2);
            profile = with(profile, sides[0], sides[1]);
        }
        return profile;
    }

    private static Profile with(Profile p, String name, String value) {
        if (name.startsWith("Q-")) {
            if (p.answer(name) == null) {
                throw new IllegalArgumentException("no question " + name);
            }
            return ProfileFixtures.withAnswer(p, answer(name, value));
        }
        if (name.equals("unstated")) {
            return p.with(List.of(UnstatedFact.ofSubject(value)), p.assessments());
        }
        if (name.equals("assessment")) {
            String[] cited = value.split(":", 2);
            return p.with(p.unstated(), List.of(new AssessmentFact(cited[0], Boolean.parseBoolean(cited[1]))));
        }
        EnterpriseFact enterprise = p.enterprise();
        List<SystemFact> systems = p.systems();
        IncidentFact incidents = p.incidents();
        List<WantedCoverFact> wanted = p.wantedCovers();
        SecurityFact security = p.security();
        String component = name.substring(name.indexOf('.') + 1);
        switch (name.substring(0, name.length() - component.length())) {
            case "enterprise." -> enterprise = replace(enterprise, component, value);
            case "system." -> systems = List.of(replace(systems.get(0), component, value));
            case "incidents." -> incidents = replace(incidents, component, value);
            case "security." -> security = replace(security, component, value);
            case "" -> wanted = List.of(new WantedCoverFact(value, null, null, null, null, null, null));
            default -> throw new IllegalArgumentException("no fact " + name);
        }
        return new Profile(p.ratingDate(), enterprise, systems, p.answers(), incidents, wanted, p.need(), security);
    }

    /** {@code NO}, {@code YES:31} or {@code YES@366}. */
    private static AnswerFact answer(String questionId, String text) {
        String[] parts = text.split("[:@]", 2);
        boolean dated = text.indexOf('@') > 0;
        BigDecimal value = parts.length == 2 && !dated ? new BigDecimal(parts[1]) : null;
        Integer age = dated ? Integer.valueOf(parts[1]) : null;
        return new AnswerFact(questionId, AnswerState.valueOf(parts[0]), value, age, EvidenceKind.DOCUMENTED, 10);
    }

    private static <R extends Record> R replace(R record, String component, String value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            boolean found = false;
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                boolean meant = components[i].getName().equals(component);
                found |= meant;
                values[i] = meant
                        ? parse(value, types[i])
                        : components[i].getAccessor().invoke(record);
            }
            if (!found) {
                throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + component);
            }
            @SuppressWarnings("unchecked")
            Constructor<R> constructor = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object parse(String value, Class<?> type) {
        if (value.equals("null")) {
            return null;
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(value)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(type.getSimpleName() + " has no " + value);
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> Boolean.valueOf(value);
            case "int", "Integer" -> Integer.valueOf(value);
            case "Long" -> Long.valueOf(value);
            case "BigDecimal" -> new BigDecimal(value);
            case "List" -> List.of(value.split("\\+", -1));
            default -> value;
        };
    }
}
