//! The calls that a draft needs, as values: where each goes, what it sends and
//! answers, and what its refusals mean.
//!
//! Nothing here sends anything; `weixin-draft-client` does, and knows nothing
//! else of the endpoints.

mod answer;
mod draft;
mod list;
mod picture;
mod refusals;
mod requests;
mod stored;
mod table;
mod token;
mod value;

pub use answer::{AnswerError, read_answer, read_picture};
pub use draft::{AddedDraft, Draft, NewsItem};
pub use list::{DraftList, ListedDraft};
pub use picture::{AddedMaterial, UploadedImage};
pub use requests::{AddRequest, GetRequest, ListRequest};
pub use stored::{compare, is_servers_digest, is_stored_form};
pub use table::{
    ADD_MATERIAL, DRAFT_ADD, DRAFT_GET, DRAFT_LIST, DRAFT_UPDATE, ENDPOINTS, GET_MATERIAL,
    STABLE_TOKEN, UPDATE_OF_FOUND, UPLOAD_IMAGE,
};
pub use token::{TokenAnswer, TokenRequest};
pub use value::{Effect, Endpoint, Refusal};
