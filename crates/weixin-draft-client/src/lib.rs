//! Sends `draft_update` requests to WeChat, each checked first.
//!
//! The check is that of the `weixin-draft` crate; a request with an error is
//! never sent.
//!
//! ```
//! use weixin_draft::{Article, DraftUpdate};
//! use weixin_draft_client::{AccessToken, Client, Error};
//! # use weixin_draft_sandbox::{NEWS as MEDIA_ID, Sandbox, TOKEN};
//! # let sandbox = Sandbox::start()?;
//! # let (token, base_url) = (TOKEN, sandbox.base_url());
//!
//! let mut article = Article::news("Spring menu", "<p>From Monday.</p>");
//! article.thumb_media_id = Some("COVER_ID".into());
//! let draft = DraftUpdate::new(MEDIA_ID, 0, article);
//!
//! // `Client::new(AccessToken::new(token))` talks to api.weixin.qq.com.
//! let client = Client::builder(AccessToken::new(token)).base_url(base_url).build()?;
//! match client.update(&draft) {
//!     Ok(response) => println!("updated: {}", response.errmsg),
//!     Err(Error::Invalid(report)) => eprintln!("nothing was sent:\n{report}"),
//!     Err(Error::Api(refusal)) => eprintln!("refused: {}", refusal.errcode),
//!     Err(error) => eprintln!("{error}"),
//! }
//! # assert_eq!(sandbox.requests().len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it promises
//!
//! * The access token is in the address of every request, and nowhere else: not
//!   in an error, not in a `Debug`, not in a log at any level. The secret is in
//!   the body of the call for a token, and nowhere else.
//! * `https` only, but for servers on this machine and hosts that are named with
//!   [`ClientBuilder::allow_http`]; redirects are never followed, since they
//!   would carry the token elsewhere.
//! * Every call of an endpoint ends, by [`Client::TIMEOUT`] if nothing else was
//!   asked for, and reads no more than a good answer can have.
//! * A draft is never added twice, and nobody's edit is overwritten by a
//!   repetition that was not asked for.

mod builder;
mod calls;
mod cancel;
mod client;
mod clock;
mod edit;
mod error;
mod http;
mod line;
mod retry;
mod token;

pub use builder::ClientBuilder;
pub use calls::{Added, Draft, PictureFile, Updated};
pub use cancel::Cancel;
pub use client::Client;
pub use clock::Clock;
pub use edit::{Edited, Guard, Overlay, OverlayError, Revision, RevisionError};
pub use error::{
    ApiError, Conflict, Error, Gone, ProxyFault, Reason, TokenError, TransportError, TransportKind,
};
pub use http::{BaseUrlError, Download, DownloadError, Downloader};
pub use token::{AccessToken, CredentialsError, Secret, StableToken, TokenSource};
