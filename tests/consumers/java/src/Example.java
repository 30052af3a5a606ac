import draft.DraftUpdate;
import draft.Image;
import draft.ImageInfo;
import draft.NewsPicArticle;
import java.nio.file.Path;
import java.util.List;

/** Builds a request from the generated classes, checks it and prints its body. */
final class Example {
    public static void main(String[] arguments) throws Exception {
        Image image = new Image();
        image.setImageMediaId("IMAGE_MEDIA_ID");
        ImageInfo images = new ImageInfo();
        images.setImageList(List.of(image));
        NewsPicArticle article = new NewsPicArticle();
        article.setArticleType(NewsPicArticle.ArticleType.NEWSPIC);
        article.setTitle("春季菜单");
        article.setContent("周一开始供应。");
        article.setImageInfo(images);
        DraftUpdate request = new DraftUpdate();
        request.setMediaId("MEDIA_ID");
        request.setIndex(0L);
        request.setArticles(article);

        String body = Check.STRICT.writeValueAsString(request);
        List<String> problems = new Check(Path.of("../../../schema/request.json")).problems(Check.STRICT.readTree(body));
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
        System.out.println(body);
    }
}
