import draft.DraftUpdate;
import draft.NewsArticle;
import draft.NewsPicArticle;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** Compares the verdict on every vector with the one it should be, and takes the good ones through the generated classes. */
final class Vectors {
    private static int passed, failed, returned, lost, refused;

    public static void main(String[] arguments) throws Exception {
        Check check = new Check(Path.of("../../../schema/request.json"));
        try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode vector = Check.STRICT.readTree(line);
                judge(check, vector.get("name").asString(), vector.get("text").asString(), vector.get("valid").asBoolean());
            }
        }
        System.out.printf("verdicts: %d passed, %d failed%n", passed, failed);
        System.out.printf("round trips: %d passed, %d failed%n", returned, lost);
        System.out.printf("of the verdicts, %d are the reader's: it holds no number of more than 1,000 digits%n", refused);
        if (failed + lost > 0 || passed == 0 || returned == 0) throw new IllegalStateException("vectors failed");
    }

    private static void judge(Check check, String name, String text, boolean valid) {
        JsonNode value;
        List<String> problems;
        try {
            value = Check.STRICT.readTree(text);
            problems = check.problems(value);
        } catch (StreamConstraintsException tooLong) {
            value = null;
            problems = List.of(tooLong.getOriginalMessage());
            refused++;
        }
        if (problems.isEmpty() == valid) {
            passed++;
        } else {
            failed++;
            System.out.printf("%s: should be %s: %.300s%n", name, valid, problems);
        }
        if (!valid) return;
        try {
            JsonNode back = Check.STRICT.readTree(roundTrip(text));
            if (back.equals(Vectors::compare, value)) {
                returned++;
                return;
            }
            System.out.printf("%s: came back as %.300s%n", name, back);
        } catch (JacksonException wrong) {
            System.out.printf("%s: %.300s%n", name, wrong.getOriginalMessage());
        }
        lost++;
    }

    /** `articles` is an Object in the generated class, so its own class has to be chosen. */
    private static String roundTrip(String text) {
        DraftUpdate request = Check.STRICT.readValue(text, DraftUpdate.class);
        boolean newspic = "newspic".equals(((Map<?, ?>) request.getArticles()).get("article_type"));
        Class<?> type = newspic ? NewsPicArticle.class : NewsArticle.class;
        request.setArticles(Check.STRICT.convertValue(request.getArticles(), type));
        return Check.STRICT.writeValueAsString(request);
    }

    /** Numbers are compared by their value, not by their spelling; all else as it is. */
    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) return a.decimalValue().compareTo(b.decimalValue());
        return a.equals(b) ? 0 : 1;
    }
}
