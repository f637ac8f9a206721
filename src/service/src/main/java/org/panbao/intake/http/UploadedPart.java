package org.panbao.intake.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.TextCharacters;

/** The one file of an upload. */
final class UploadedPart {

    private static final String PART = "file";
    private static final int LONGEST_NAME = 100;

    private UploadedPart() {}

    /** The only part, which has the name {@value PART}; throws {@link Problem} INVALID_REQUEST when it is missing or not alone. */
    static Part of(HttpServletRequest request) throws IOException, ServletException {
        Part found = null;
        for (Part part : request.getParts()) {
            if (found != null || !part.getName().equals(PART)) {
                throw refused(part.getName());
            }
            found = part;
        }
        if (found == null || found.getSubmittedFileName() == null) {
            throw refused(PART);
        }
        return found;
    }

    private static Problem refused(String part) {
        boolean isShort = part.length() <= LONGEST_NAME && TextCharacters.areFit(part);
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of("part", isShort ? part : PART));
    }
}
