import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints what is wrong with each request of a file, one line a problem. */
final class Messages {
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH); // the sentences follow the locale
        Check check = new Check(Path.of("../../../schema/request.json"));
        for (JsonNode bad : Check.STRICT.readTree(Path.of(arguments[0]).toFile())) {
            check.problems(bad.get("request")).forEach(System.out::println);
        }
    }
}
