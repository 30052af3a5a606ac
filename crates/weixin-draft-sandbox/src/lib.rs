//! A local stand-in for `WeChat`'s draft endpoint, for tests and first steps.
//!
//! It answers `POST /cgi-bin/draft/update` on a loopback port the way the
//! vendor does: always HTTP 200, with an `errcode` that tells how it went. It
//! keeps the drafts it was given, so a test can read back what an update made
//! of them, and it misbehaves on request.
//!
//! The sandbox reads the vendor's page on its own and shares no code with the
//! `weixin-draft` library. That is deliberate: when the two disagree, one of
//! them has misread the page.
//!
//! ```
//! use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
//!
//! let sandbox = Sandbox::start()?;
//! let url = format!("{}/cgi-bin/draft/update?access_token={TOKEN}", sandbox.base_url());
//! let body = format!(
//!     r#"{{"media_id":"{NEWS}","index":0,
//!     "articles":{{"title":"春","content":"<p>你好</p>","thumb_media_id":"COVER"}}}}"#
//! );
//! let answer = ureq::post(&url).send(body.as_bytes())?.body_mut().read_to_string()?;
//! assert_eq!(answer, r#"{"errcode":0,"errmsg":"ok"}"#);
//!
//! let draft = sandbox.draft(NEWS).expect("the sandbox starts with this draft");
//! assert_eq!(draft["news_item"][0]["title"], "春");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it knows at the start
//!
//! * one token, [`TOKEN`], given by `POST /cgi-bin/stable_token` to [`APPID`]
//!   with [`SECRET`];
//! * a draft of two news articles, [`NEWS`];
//! * a draft of one picture article, [`NEWSPIC`].
//!
//! # Endpoints
//!
//! | endpoint | what it does |
//! |---|---|
//! | `POST /cgi-bin/draft/update?access_token=` | replaces one article, or refuses |
//! | `POST /cgi-bin/draft/get?access_token=` | `{"media_id"}` in, the draft out |
//! | `POST /cgi-bin/draft/add?access_token=` | `{"articles": [..]}` in, the new draft's id out |
//! | `POST /cgi-bin/draft/batchget?access_token=` | the list of drafts |
//! | `POST /cgi-bin/stable_token` | the token, for the right `appid` and `secret` |
//! | `POST /cgi-bin/media/uploadimg?access_token=` | takes a JPEG or PNG below 1 MiB, gives its address |
//! | `POST /cgi-bin/material/add_material?access_token=&type=image` | takes a picture, gives media id and address |
//! | `POST /sandbox/fault` | asks for a [`Fault`], as JSON |
//! | `POST /sandbox/edit` | `{"media_id","index","fields"}`: somebody else changes an article |
//! | `POST /sandbox/delete` | `{"media_id"}`: a draft is deleted or published |
//! | `POST /sandbox/token` | `{"state": "expired"}` or `"void"` |
//! | `GET /sandbox/requests` | the [`Received`] requests, oldest first |
//! | `GET /sandbox/drafts` | every draft by its media id |
//! | `GET /sandbox/pictures` | what was uploaded, oldest first; `/sandbox/picture/N` serves one |
//! | `POST /sandbox/reset` | back to the start |
//!
//! Calls that name another host than 127.0.0.1, localhost or \[::1\], or come
//! from a web page, get status 403.
//!
//! # Quirks it has in common with the vendor
//!
//! * Answers carry `Content-Type: application/json; encoding=utf-8`.
//! * Text that was written with `\uXXXX` escapes is stored, and counted, as
//!   those six characters: clients have to send raw UTF-8.
//! * An update replaces the whole article; a field left out is gone.
//! * From a stored content disappear: pictures and links of other people's
//!   hosts, scripts, event handlers, markup of whole documents, and positions.
//! * A news article needs a cover; without a digest, the text's beginning is it.
//! * The crops of a news cover go in as `pic_crop_*` and come back as
//!   `cover_info`.
//!
//! # What it does not know
//!
//! A cover's or a picture's media id is only looked at for its form, not looked
//! for among the pictures that were uploaded. Rights, quotas and products are not
//! modelled; ask for the code you want to see with [`Fault::Errcode`].

mod answer;
mod article;
mod content;
mod control;
mod crop;
mod drafts;
mod escape;
mod fault;
mod fault_fields;
mod faults;
mod fields;
mod guard;
mod markup;
mod misbehave;
mod page;
mod pictures;
mod received;
mod removed;
mod routes;
mod server;
mod state;
mod text;
mod tokens;

pub use answer::vendor_words;
pub use drafts::{NEWS, NEWSPIC};
pub use fault::Fault;
pub use pictures::Picture;
pub use received::Received;
pub use server::Sandbox;
pub use tokens::{APPID, SECRET, TOKEN};
