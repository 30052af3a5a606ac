//! Builds a request from the generated types and prints its body.

use std::error::Error;
use weixin_draft_consumer::{
    DraftUpdate, Image, ImageInfo, NewsPicArticle, NewsPicArticleArticleType,
};

fn main() -> Result<(), Box<dyn Error>> {
    let image: Image = Image::builder().image_media_id("IMAGE_MEDIA_ID").try_into()?;
    let images: ImageInfo = ImageInfo::builder().image_list(vec![image]).try_into()?;
    let article: NewsPicArticle = NewsPicArticle::builder()
        .article_type(NewsPicArticleArticleType::Newspic)
        .title("春季菜单")
        .content("周一开始供应。")
        .image_info(images)
        .try_into()?;
    let request: DraftUpdate =
        DraftUpdate::builder().media_id("MEDIA_ID").index(0_u32).articles(article).try_into()?;
    println!("{}", serde_json::to_string(&request)?);
    Ok(())
}
