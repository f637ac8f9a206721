package org.panbao.storage;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;

/** The revision of a changeable thing as an entity tag: {@code "3"} in {@code ETag} and {@code If-Match}. */
public record Revision(long number) {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");

    /** Value of the {@code ETag} header. */
    public String etag() {
        return "\"" + number + "\"";
    }

    /**
     * Lets an update through when {@code ifMatch} is a list of tags that names this revision, or {@code *} (RFC 9110
     * §13.1.1: a weak tag never matches); throws {@link Problem} PRECONDITION_REQUIRED
     * without the header and PRECONDITION_FAILED when somebody else changed the thing in between.
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Problem(ProblemCode.PRECONDITION_REQUIRED);
        }
        boolean any = ifMatch.strip().equals("*");
        if (!any && TAG.matcher(ifMatch).results().noneMatch(tag -> tag.group().equals(etag()))) {
            throw new Problem(ProblemCode.PRECONDITION_FAILED, Map.of("current", etag()));
        }
    }
}
