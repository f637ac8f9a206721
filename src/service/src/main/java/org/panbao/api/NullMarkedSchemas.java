package org.panbao.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Describes records as the compiler sees them: in a {@code @NullMarked} package a component that is {@code @Nullable}
 * may be null, and every other one is there. {@link NullMarkedIntrospector} holds requests to the same.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger's own signatures
final class NullMarkedSchemas implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Class<?> described =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (JsonNode.class.isAssignableFrom(described)) {
            type.setType(Object.class); // any JSON, rather than the getters of the class
        }
        Schema schema = others.next().resolve(type, context, others);
        Schema model = schema == null || schema.get$ref() == null
                ? schema
                : context.getDefinedModels().get(name(schema.get$ref()));
        if (model != null && described.isRecord() && described.getPackage().isAnnotationPresent(NullMarked.class)) {
            describe(described, model);
        }
        return schema;
    }

    private static void describe(Class<?> described, Schema<?> model) {
        for (RecordComponent component : described.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), model);
            } else {
                describe(component, model);
            }
        }
    }

    private static void describe(RecordComponent component, Schema<?> model) {
        parts(model)
                .filter(part -> properties(part).containsKey(component.getName()))
                .forEach(part -> {
                    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        properties(part).computeIfPresent(component.getName(), (name, value) -> nullable(value));
                    } else {
                        require(part, component.getName());
                    }
                });
    }

    private static Stream<Schema> parts(Schema<?> model) {
        return Stream.concat(
                Stream.of(model), Stream.ofNullable(model.getAllOf()).flatMap(List::stream));
    }

    private static Map<String, Schema> properties(Schema<?> model) {
        return Objects.requireNonNullElse(model.getProperties(), Map.of());
    }

    private static void require(Schema<?> model, String property) {
        Set<String> required = new LinkedHashSet<>(Objects.requireNonNullElse(model.getRequired(), List.of()));
        required.add(property);
        model.setRequired(List.copyOf(required));
    }

    /** The schema with null as a further value; one without a type takes it already. */
    private static Schema nullable(Schema<?> schema) {
        boolean named = schema.get$ref() != null || schema.getEnum() != null;
        if (named) {
            Schema<Object> either = new Schema<>(SpecVersion.V31);
            either.description(schema.getDescription())
                    .anyOf(List.of(schema, new Schema<>(SpecVersion.V31).types(Set.of(NULL))));
            return either;
        }
        if (schema.getTypes() != null && !schema.getTypes().contains(NULL)) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add(NULL);
            schema.setTypes(types);
        }
        return schema;
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
