package org.panbao.intake.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sample plans, again and again, each time for another enterprise with a credit code of its own. */
final class MadeUpEnterprises {

    private static final Path SAMPLES = Path.of(System.getProperty("panbao.top"), "sample-data", "plans");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // GB 32100-2015
    private static final int SERIAL_START = 8;

    private final List<JsonNode> samples;
    private final String name;

    /** Enterprises whose names begin with {@code name}. */
    MadeUpEnterprises(String name) {
        this.name = name;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            this.samples = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> samples() {
        return samples;
    }

    /** The plan of enterprise {@code number}, from 0. */
    JsonNode plan(int number) {
        ObjectNode sample = (ObjectNode) samples.get(number % samples.size()).deepCopy();
        String code = sample.at("/policyholder/creditCode").asString();
        String other = code(code.substring(0, SERIAL_START), number);
        ObjectNode plan = (ObjectNode)
                JsonMapper.shared().readTree(sample.toString().replace("\"" + code + "\"", "\"" + other + "\""));
        ((ObjectNode) plan.get("policyholder")).put("name", name + number);
        return plan;
    }

    /** The same with another check character, so that it cannot be read. */
    JsonNode withWrongCode(int number) {
        ObjectNode plan = (ObjectNode) plan(number);
        ObjectNode holder = (ObjectNode) plan.get("policyholder");
        String code = holder.get("creditCode").asString();
        char check = code.charAt(code.length() - 1);
        holder.put("creditCode", code.substring(0, code.length() - 1) + (check == '0' ? '1' : '0'));
        return plan;
    }

    /** A code with this beginning; its check character makes the weighted sum a multiple of 31. */
    private static String code(String beginning, int number) {
        String body = beginning + "%09d".formatted(number);
        int sum = 0;
        int weight = 1; // powers of 3 modulo 31
        for (int i = 0; i < body.length(); i++) {
            sum += weight * ALPHABET.indexOf(body.charAt(i));
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
