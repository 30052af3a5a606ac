//! Taking pictures to the vendor.

use std::env;
use std::io::IsTerminal;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use clap::Args;
use indicatif::ProgressBar;
use weixin_draft::Language;
use weixin_draft_client::{Error, StableToken};
use weixin_draft_pictures::{Cache, Fitted, Origin, Pictures, Taken, Uploaded};

use super::account::{Account, AccountOptions};
use crate::escape::Visible;
use crate::outcome::Outcome;
use crate::session::Session;

/// Options of every command that takes pictures to the vendor.
#[derive(Args, Debug)]
pub(crate) struct TakingOptions {
    /// How many pictures are taken at a time
    #[arg(long, value_name = "N", default_value = "4")]
    jobs: NonZero<usize>,
    /// The account that uploads are remembered for [default: `WEIXIN_APPID`, else none]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// The file that remembers uploads, such as one beside the project [default: one in the user's
    /// folder for caches]
    #[arg(long, value_name = "FILE", conflicts_with = "no_cache")]
    cache: Option<PathBuf>,
    /// Upload everything again, and remember nothing
    #[arg(long)]
    no_cache: bool,
    /// Read picture files outside of the folder, too
    #[arg(long)]
    outside_folder: bool,
}

impl TakingOptions {
    /// Reads pictures whose paths begin at `folder`, and remembers nothing.
    pub(crate) fn reader(&self, folder: &Path) -> Pictures {
        // The parent of a bare file name is empty.
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        Pictures::new(folder).jobs(self.jobs).outside_folder(self.outside_folder)
    }

    /// Takes pictures whose paths begin at `folder`.
    pub(crate) fn pictures(
        &self,
        folder: &Path,
        account: &AccountOptions,
        session: &Session,
    ) -> Pictures {
        let mut pictures = self.reader(folder);
        if let Some(cache) = self.cache(account, session) {
            pictures = pictures.cache(cache);
            session.uploads.remember();
        }
        if pictures.uses_proxy() {
            session.note(&say!(
                session.language,
                "pictures are fetched through the proxy, which looks up their hosts itself: only addresses that are plainly local are refused",
                "图片经代理获取，主机名由代理解析：只能拒绝明显的本地地址"
            ));
        }
        if std::io::stderr().is_terminal() {
            let bar = ProgressBar::no_length();
            pictures = pictures.on_progress(move |done, all| {
                bar.set_length(all as u64);
                bar.set_position(done as u64);
                if done == all {
                    bar.finish_and_clear();
                }
            });
        }
        pictures
    }

    /// Where uploads are remembered.
    fn cache(&self, options: &AccountOptions, session: &Session) -> Option<Cache> {
        if self.no_cache || options.is_sandbox() {
            return None;
        }
        let appid = || env::var(StableToken::APPID).ok().filter(|appid| !appid.trim().is_empty());
        let account = self.account.clone().or_else(appid);
        if account.is_none() && self.cache.is_some() {
            session.note(&say!(
                session.language,
                "--cache: nothing is remembered without an account; name it with --account NAME or WEIXIN_APPID",
                "--cache：没有指定账号，不做记录；请用 --account NAME 或 WEIXIN_APPID 指定"
            ));
        }
        if let Some(folder) = self.cache.as_deref().and_then(Path::parent)
            && !folder.as_os_str().is_empty()
            && !folder.exists()
        {
            let folder = folder.to_string_lossy();
            let folder = Visible(&folder);
            session.note(&say!(
                session.language,
                "--cache: the folder {folder} is new, and will be made",
                "--cache：文件夹 {folder} 不存在，将新建"
            ));
        }
        let of_the_user = || Some(dirs::cache_dir()?.join("weixin-draft/pictures.json"));
        let cache = Cache::new(self.cache.clone().or_else(of_the_user)?, account?);
        Some(match options.base_url() {
            Some(base_url) => cache.of_server(base_url),
            None => cache,
        })
    }
}

/// Has the session know which pictures were uploaded.
pub(crate) fn note_uploads<'a>(taken: impl IntoIterator<Item = &'a Taken>, session: &Session) {
    for taken in taken {
        if matches!(&taken.result, Ok(transfer) if transfer.origin == Origin::Uploaded) {
            session.uploads.add(&taken.address);
        }
    }
}

/// Uploads pictures, and keeps in mind how it went.
pub(crate) struct Uploader<'a> {
    account: &'a Account,
    language: Language,
    worst: Mutex<Outcome>,
}

impl<'a> Uploader<'a> {
    pub(crate) fn new(account: &'a Account, language: Language) -> Self {
        let worst = Mutex::new(Outcome::Fine);
        Uploader { account, language, worst }
    }

    /// Uploads a picture; what is wrong in the user's language.
    pub(crate) fn upload(&self, picture: &Fitted) -> Result<Uploaded, String> {
        let language = self.language;
        self.account.interrupt.say(&say!(
            language,
            "interrupted: pictures that were uploaded stay with the vendor; nothing else was changed",
            "已中断：已上传的图片留在微信服务器上，其余没有变化"
        ));
        picture.upload_with(&self.account.client).map_err(|error| {
            let outcome = match &error {
                Error::Transport(_) => Outcome::Unreachable,
                _ => Outcome::Refused,
            };
            if let Ok(mut worst) = self.worst.lock() {
                *worst = outcome.max(*worst);
            }
            error.message(self.language)
        })
    }

    /// How the worst upload ended.
    pub(crate) fn outcome(&self) -> Outcome {
        self.worst.lock().map_or(Outcome::Fine, |worst| *worst)
    }
}
