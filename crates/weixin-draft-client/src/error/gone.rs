//! A draft or a material that is not there.

use weixin_draft::Language;

/// What is not there any more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Gone {
    /// The draft of this media id: it was deleted or published, or is another
    /// account's.
    Draft {
        /// The draft's id.
        media_id: String,
    },
    /// The article: the draft has fewer.
    Article {
        /// The draft's id.
        media_id: String,
        /// The place that was asked for, from 0.
        index: u32,
        /// How many articles the draft has.
        articles: usize,
    },
    /// The permanent material, such as a cover.
    Material {
        /// The material's id.
        media_id: String,
    },
}

impl Gone {
    /// What happened, and what to do. It names the id.
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (Gone::Draft { media_id }, Language::English) => format!(
                "there is no draft {media_id}: it was deleted or published, or is another account's; \
                 look for it with draft/batchget (weixin-draft list), or make a new one with draft/add"
            ),
            (Gone::Draft { media_id }, Language::Chinese) => format!(
                "没有草稿 {media_id}：已被删除或发布，或属于其他账号。请用 draft/batchget（weixin-draft list）查找，或用 draft/add 新建"
            ),
            (Gone::Material { media_id }, Language::English) => format!(
                "there is no permanent material {media_id}: it was deleted, is temporary, or is another \
                 account's; add the picture with material/add_material"
            ),
            (Gone::Material { media_id }, Language::Chinese) => format!(
                "没有永久素材 {media_id}：已被删除、属于临时素材，或属于其他账号。请用 material/add_material 新增图片"
            ),
            (Gone::Article { media_id, index, articles }, Language::English) => format!(
                "the draft {media_id} has no article {index}: it has {articles}, counted from 0"
            ),
            (Gone::Article { media_id, index, articles }, Language::Chinese) => {
                format!("草稿 {media_id} 没有第 {index} 篇：共 {articles} 篇，从 0 计")
            }
        }
    }
}
