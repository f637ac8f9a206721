package org.panbao.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.form.FormReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a button beside a list did to the plan that was typed: an item more or less, or a list that is stated empty.
 *
 * @param at the new item, or the list from which one was taken
 * @param gone how many answers, systems and incidents went with an insured, by the pointer of their list
 */
record PlanEdit(ObjectNode plan, String at, Map<String, Integer> gone) {

    private static final String ADD = "add:";
    private static final String REMOVE = "remove:";
    private static final String NONE = "none:";
    private static final String INSURED = "/insuredId";
    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9]{1,40}){1,6}");
    private static final Pattern AN_ITEM = Pattern.compile(PLACE.pattern() + "/[0-9]{1,6}");
    private static final Pattern AN_INSURED = Pattern.compile("/insureds/[0-9]+");
    private static final Pattern INSURED_ID = Pattern.compile(AN_INSURED + INSURED);
    private static final List<String> OF_INSUREDS =
            List.of("/security/answers", "/informatization/systems", "/security/incidents");

    /** Null when no such button was pressed; throws {@link Problem} MALFORMED_REQUEST when one names no place of a plan. */
    static @Nullable PlanEdit of(Map<String, String> typed, FormReader reader) {
        for (String button : typed.keySet()) {
            String place = button.substring(button.indexOf(':') + 1);
            if (button.startsWith(REMOVE)) {
                require(AN_ITEM, place);
                return remove(typed, place, reader);
            }
            if (button.startsWith(ADD) || button.startsWith(NONE)) {
                require(PLACE, place);
                ObjectNode plan = reader.read(typed);
                ArrayNode list = list(plan, place);
                boolean added = button.startsWith(ADD);
                return new PlanEdit(plan, added ? add(list, place) : place, Map.of());
            }
        }
        return null;
    }

    private static void require(Pattern form, String place) {
        if (!form.matcher(place).matches()) {
            throw new Problem(ProblemCode.MALFORMED_REQUEST);
        }
    }

    private static String add(ArrayNode list, String place) {
        list.addObject();
        return place + "/" + (list.size() - 1);
    }

    /** Before the plan is read: reading closes up items, and the number on the button is that of the page. */
    private static PlanEdit remove(Map<String, String> typed, String item, FormReader reader) {
        Map<String, String> left = new LinkedHashMap<>(typed);
        Map<String, Integer> gone = new TreeMap<>();
        String id = typed.getOrDefault(item + INSURED, "").strip();
        drop(left, item);
        if (AN_INSURED.matcher(item).matches() && !id.isEmpty() && isLast(id, left)) {
            OF_INSUREDS.forEach(list -> gone.put(list, dropThoseOf(id, list, typed, left)));
        }
        return new PlanEdit(reader.read(left), item.substring(0, item.lastIndexOf('/')), gone);
    }

    /** Whether no other insured goes by this id. */
    private static boolean isLast(String id, Map<String, String> left) {
        return left.entrySet().stream()
                .noneMatch(field -> INSURED_ID.matcher(field.getKey()).matches()
                        && field.getValue().strip().equals(id));
    }

    private static int dropThoseOf(String id, String list, Map<String, String> typed, Map<String, String> left) {
        List<String> items = typed.entrySet().stream()
                .filter(field -> field.getKey().startsWith(list + "/")
                        && field.getKey().endsWith(INSURED)
                        && field.getValue().strip().equals(id))
                .map(field -> field.getKey().substring(0, field.getKey().length() - INSURED.length()))
                .toList();
        items.forEach(item -> drop(left, item));
        return items.size();
    }

    private static void drop(Map<String, String> typed, String item) {
        typed.keySet().removeIf(name -> name.equals(item) || name.startsWith(item + "/"));
    }

    private static ArrayNode list(ObjectNode plan, String pointer) {
        ObjectNode around = plan;
        String[] path = pointer.substring(1).split("/", -1);
        for (int i = 0; i < path.length - 1; i++) {
            around = around.get(path[i]) instanceof ObjectNode there ? there : around.putObject(path[i]);
        }
        String name = path[path.length - 1];
        return around.get(name) instanceof ArrayNode there ? there : around.putArray(name);
    }

    /** How many answers, systems and incidents went with an insured. */
    List<Integer> goneWith() {
        return OF_INSUREDS.stream().map(list -> gone.getOrDefault(list, 0)).toList();
    }

    boolean tookMore() {
        return gone.values().stream().anyMatch(count -> count > 0);
    }
}
