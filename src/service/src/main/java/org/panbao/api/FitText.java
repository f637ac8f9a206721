package org.panbao.api;

import org.panbao.base.TextCharacters;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses texts and names of JSON bodies that hold what a database or a screen cannot carry, NUL for example. */
final class FitText extends StdScalarDeserializer<String> {

    /** Beginning of the message, from which {@link JsonProblems} knows this fault. */
    static final String UNFIT = "Unfit character";

    private FitText() {
        super(String.class);
    }

    static SimpleModule module() {
        return new SimpleModule("fit-text")
                .addDeserializer(String.class, new FitText())
                .addKeyDeserializer(String.class, new FitName());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null || TextCharacters.areFit(text) ? text : context.reportInputMismatch(this, UNFIT);
    }

    private static final class FitName extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
            return TextCharacters.areFit(name) ? name : context.reportInputMismatch(String.class, UNFIT);
        }
    }
}
