import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Checks every vector with weixin_draft.wasm: {@code Wasm MODULE CASES}. */
final class Wasm {
    public static void main(String[] arguments) throws Exception {
        Draft draft = new Draft(Path.of(arguments[0]));
        int passed = 0;
        int failed = 0;
        try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[1]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode vector = Check.STRICT.readTree(line);
                byte[] body = Base64.getDecoder().decode(vector.get("body").asString());
                JsonNode report = Check.STRICT.readTree(draft.check(body, new byte[0])).get("value");
                if (same(report.get("violations"), vector.get("violations"))) {
                    passed++;
                } else {
                    failed++;
                    System.out.printf("%s: %.300s%n", vector.get("name").asString(), report);
                }
            }
        }
        System.out.printf("reports by WebAssembly: %d passed, %d failed%n", passed, failed);
        if (failed > 0 || passed == 0) throw new IllegalStateException("vectors failed");
    }

    /** Compares codes, levels and paths in order; a wanted path of null fits any. */
    private static boolean same(JsonNode found, JsonNode wanted) {
        if (found.size() != wanted.size()) return false;
        for (int i = 0; i < found.size(); i++) {
            for (String name : new String[] {"code", "level", "path"}) {
                JsonNode expected = wanted.get(i).get(name);
                if (!expected.isNull() && !expected.equals(found.get(i).get(name))) return false;
            }
        }
        return true;
    }
}
