import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import draft.DraftUpdate;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows the gaps that the page lists, so that the list stays true. */
final class Gaps {
    private static final String HUGE =
            "{\"media_id\":\"MEDIA_ID\",\"index\":1e400,\"articles\":{\"title\":\"t\",\"content\":\"c\"}}";

    public static void main(String[] arguments) throws Exception {
        Check check = new Check(Path.of("../../../schema/request.json"));
        JsonMapper exact = Check.STRICT.rebuild().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
        expect(!check.problems(Check.STRICT.readTree(HUGE)).isEmpty(), "1e400 is refused");
        expect(throwsError(() -> check.problems(exact.readTree(HUGE))), "1e400 as a BigDecimal throws");
        expect(throwsError(() -> Check.STRICT.readTree("9".repeat(1001))), "1,001 digits throw");
        expect(throwsError(() -> Check.STRICT.readTree("{\"a\":1,\"a\":2}")), "a name twice throws");
        expect(throwsError(() -> Check.STRICT.readTree("{} {}")), "a second value throws");

        Schema any = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema("{\"type\":\"object\"}");
        expect(any.validate("{\"a\":1,\"a\":2}", InputFormat.JSON).isEmpty(), "the validator's reader takes a name twice");

        DraftUpdate request = Check.STRICT.readValue(HUGE.replace("1e400", "0"), DraftUpdate.class);
        expect(request.getArticles() instanceof Map, "articles is read as a Map");
        System.out.println("gaps: as the page says");
    }

    private static boolean throwsError(Runnable run) {
        try {
            run.run();
            return false;
        } catch (JacksonException error) {
            return true;
        }
    }

    private static void expect(boolean holds, String what) {
        if (!holds) throw new IllegalStateException("no longer so: " + what);
    }
}
