import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with the body of draft/update. */
final class Check {
    /** Refuses a name twice in one object and a second value after the first. */
    static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String ID = "https://weixin-draft.github.io/schema/v1/request.json";

    private final Schema request;
    private final Schema news;
    private final Schema newspic;

    Check(Path schema) throws IOException {
        Map<String, String> known = Map.of(ID, Files.readString(schema));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known));
        request = registry.getSchema(SchemaLocation.of(ID));
        news = registry.getSchema(SchemaLocation.of(ID + "#/$defs/NewsArticle"));
        newspic = registry.getSchema(SchemaLocation.of(ID + "#/$defs/NewsPicArticle"));
    }

    /** What is wrong with a request, one line each: the place, then the sentence. */
    List<String> problems(JsonNode value) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (Error error : request.validate(value)) {
            // The errors of `anyOf` speak of both branches at once: take those of the branch that was meant.
            if (error.getInstanceLocation().toString().startsWith("/articles")) inside = true;
            else lines.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        if (inside) {
            JsonNode article = value.get("articles");
            Schema branch = "newspic".equals(article.path("article_type").asString(null)) ? newspic : news;
            branch.validate(article).forEach(error ->
                    lines.add("/articles" + error.getInstanceLocation() + ": " + error.getMessage()));
        }
        return lines;
    }
}
