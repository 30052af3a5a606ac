//! Pictures from their addresses to the vendor's.

use std::collections::HashMap;
use std::fmt;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use serde::{Deserialize, Serialize};
use weixin_draft::ImageKind;

use crate::cache::{self, Cache, CacheError};
use crate::source::{Sources, Web};
use crate::{Fitted, Format, Problem, Use};

/// Reads pictures, makes them fit, and has each uploaded once.
#[derive(Debug)]
pub struct Pictures {
    sources: Sources,
    purpose: Use,
    jobs: NonZero<usize>,
    cache: Option<Cache>,
    progress: Option<Progress>,
}

/// Who is told how many pictures of how many are done.
struct Progress(Box<dyn Fn(usize, usize) + Send + Sync>);

impl fmt::Debug for Progress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Progress")
    }
}

/// What the vendor answered to an upload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uploaded {
    /// The picture's address on the vendor's servers.
    pub address: String,
    /// Its media id, where it became permanent material.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
}

/// What became of the picture at one address.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The address that was given.
    pub address: String,
    /// What the picture was, where it was one.
    pub format: Option<Format>,
    /// How many bytes it had, where it could be read.
    pub bytes: Option<usize>,
    /// Where it is now, or why it was not taken.
    pub result: Result<Transfer, Problem>,
}

/// A picture that the vendor has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Its new address.
    pub address: String,
    /// Its media id, where it became permanent material.
    pub media_id: Option<String>,
    /// The format in which it was uploaded.
    pub format: Format,
    /// How many bytes were uploaded.
    pub bytes: usize,
    /// In pixels, as it is shown.
    pub width: u32,
    /// In pixels, as it is shown.
    pub height: u32,
    /// How it came there.
    pub origin: Origin,
}

/// How a picture came to the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was uploaded.
    Uploaded,
    /// It was uploaded by an earlier call, and not again.
    Remembered,
    /// It was uploaded; what was remembered of others was damaged, and is set aside.
    Anew,
    /// It was uploaded, but the next call cannot know.
    UploadedNotRemembered(CacheError),
}

/// A picture that was read, before it is uploaded.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// What it is.
    pub format: Option<Format>,
    /// How many bytes it has, where it could be read.
    pub bytes: Option<usize>,
    /// As it would be uploaded, or why it cannot be taken.
    pub fitted: Result<Fitted, Problem>,
}

impl Pictures {
    /// Four at a time is kind to the vendor and to other servers.
    const JOBS: NonZero<usize> = NonZero::new(4).unwrap();

    /// Takes pictures for the content of articles. Paths begin at `folder`, and no
    /// file outside of it is read.
    ///
    /// A proxy that the environment names is used. It looks up hosts itself, so that
    /// only addresses that are plainly local are refused then.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let sources =
            Sources { folder: folder.into(), outside_folder: false, web: Web::from_env() };
        Pictures { sources, purpose: Use::Content, jobs: Self::JOBS, cache: None, progress: None }
    }

    /// What the pictures are for.
    #[must_use]
    pub fn purpose(mut self, purpose: Use) -> Self {
        self.purpose = purpose;
        self
    }

    /// Whether files outside of the folder are read too.
    #[must_use]
    pub fn outside_folder(mut self, is_allowed: bool) -> Self {
        self.sources.outside_folder = is_allowed;
        self
    }

    /// How many pictures are taken at a time; 4 unless said otherwise.
    #[must_use]
    pub fn jobs(mut self, jobs: NonZero<usize>) -> Self {
        self.jobs = jobs;
        self
    }

    /// Remembers uploads, and does not repeat those that are remembered.
    #[must_use]
    pub fn cache(mut self, cache: Cache) -> Self {
        self.cache = Some(cache);
        self
    }

    /// Tells after each picture how many of how many are done.
    #[must_use]
    pub fn on_progress(mut self, tell: impl Fn(usize, usize) + Send + Sync + 'static) -> Self {
        self.progress = Some(Progress(Box::new(tell)));
        self
    }

    /// Asks servers on this machine, too; for tests.
    #[doc(hidden)]
    #[must_use]
    pub fn allow_loopback(mut self) -> Self {
        self.sources.web.allow_loopback = true;
        self
    }

    /// Whether a proxy is used.
    pub fn uses_proxy(&self) -> bool {
        self.sources.web.uses_proxy()
    }

    /// Reads a picture and makes it fit, and uploads nothing.
    pub fn inspect(&self, address: &str) -> Inspected {
        if ImageKind::of(address) == ImageKind::Placeholder {
            return Inspected { format: None, bytes: None, fitted: Err(Problem::Placeholder) };
        }
        match self.sources.read(address) {
            Err(problem) => Inspected { format: None, bytes: None, fitted: Err(problem) },
            Ok(bytes) => Inspected {
                format: Format::of(&bytes),
                bytes: Some(bytes.len()),
                fitted: Fitted::new(&bytes, self.purpose),
            },
        }
    }

    /// Does the same for several pictures, in their order.
    pub fn inspect_all<A: AsRef<str> + Sync>(&self, addresses: &[A]) -> Vec<Inspected> {
        self.in_parallel(addresses, |address| self.inspect(address.as_ref()))
    }

    /// Has the pictures at these addresses uploaded by `upload`, and says in the same
    /// order what became of each. Those that are the same are uploaded once.
    ///
    /// `upload` is called from several threads; the words of its error are given back
    /// in [`Problem::Upload`].
    pub fn upload<A: AsRef<str> + Sync>(
        &self,
        addresses: &[A],
        upload: impl Fn(&Fitted) -> Result<Uploaded, String> + Sync,
    ) -> Vec<Taken> {
        let run = Run { pictures: self, upload, uploads: Mutex::default() };
        self.in_parallel(addresses, |address| run.take(address.as_ref()))
    }

    /// The results of `work` on each item, in the order of the items.
    fn in_parallel<T: Sync, R: Send + Sync>(
        &self,
        items: &[T],
        work: impl Fn(&T) -> R + Sync,
    ) -> Vec<R> {
        let results: Vec<OnceLock<R>> = items.iter().map(|_| OnceLock::new()).collect();
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..self.jobs.get().min(items.len()) {
                scope.spawn(|| {
                    while let Some((item, result)) = {
                        let position = next.fetch_add(1, Ordering::Relaxed);
                        items.get(position).zip(results.get(position))
                    } {
                        result.get_or_init(|| work(item));
                        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                        if let Some(Progress(tell)) = &self.progress {
                            tell(done, items.len());
                        }
                    }
                });
            }
        });
        results.into_iter().filter_map(OnceLock::into_inner).collect()
    }
}

type Outcome = Result<(Uploaded, Origin), Problem>;

struct Run<'a, U> {
    pictures: &'a Pictures,
    upload: U,
    /// By what is uploaded. Whoever comes second waits for the first.
    uploads: Mutex<HashMap<String, Arc<OnceLock<Outcome>>>>,
}

impl<U: Fn(&Fitted) -> Result<Uploaded, String>> Run<'_, U> {
    fn take(&self, address: &str) -> Taken {
        let Inspected { format, bytes, fitted } = self.pictures.inspect(address);
        let result = fitted.and_then(|picture| {
            let (uploaded, origin) = self.upload_once(&picture)?;
            Ok(Transfer {
                address: uploaded.address,
                media_id: uploaded.media_id,
                format: picture.format,
                bytes: picture.bytes.len(),
                width: picture.width,
                height: picture.height,
                origin,
            })
        });
        Taken { address: address.to_owned(), format, bytes, result }
    }

    fn upload_once(&self, picture: &Fitted) -> Outcome {
        let cell = {
            let mut uploads = self.uploads.lock().unwrap_or_else(PoisonError::into_inner);
            uploads.entry(cache::key(picture)).or_default().clone()
        };
        cell.get_or_init(|| self.upload_or_remember(picture)).clone()
    }

    fn upload_or_remember(&self, picture: &Fitted) -> Outcome {
        let Some(cache) = &self.pictures.cache else {
            return Ok(((self.upload)(picture).map_err(Problem::Upload)?, Origin::Uploaded));
        };
        // What is wrong with the file is said below, where the upload is not lost by it.
        if let Ok(Some(uploaded)) = cache.get(picture) {
            return Ok((uploaded, Origin::Remembered));
        }
        let uploaded = (self.upload)(picture).map_err(Problem::Upload)?;
        let origin = cache.put(picture, &uploaded).unwrap_or_else(Origin::UploadedNotRemembered);
        Ok((uploaded, origin))
    }
}
