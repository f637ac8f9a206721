package org.panbao.intake.parse;

import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;

/** How findings speak to who filled in a plan. */
public interface Wording {

    /** To who wrote JSON. */
    Wording JSON = new Wording() {
        @Override
        public @Nullable Text sentence(String code, String pointer) {
            return null;
        }

        @Override
        public Text place(String pointer) {
            return new Text(pointer, pointer);
        }
    };

    /** What a finding of this code says there, with the same values in braces; null for the usual sentence. */
    @Nullable
    Text sentence(String code, String pointer);

    /** The place at this pointer of the plan, as a sentence names it. */
    Text place(String pointer);
}
