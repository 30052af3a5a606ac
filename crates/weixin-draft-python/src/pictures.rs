//! Pictures on their way to the vendor.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use serde_json::Value;
use weixin_draft_client::Error;
use weixin_draft_pictures::{Cache, Document, Pictures, Problem, Use};

use crate::client::Client;
use crate::content::text_of;
use crate::errors;
use crate::payload::Payload;
use crate::to_python::value;

/// What an object of the Python class `Pictures` says.
#[derive(FromPyObject)]
pub(crate) struct Settings {
    folder: PathBuf,
    outside_folder: bool,
    jobs: NonZero<usize>,
    account: Option<String>,
    cache: Option<PathBuf>,
}

impl Settings {
    /// Pictures for the account of a client, whose server remembers by itself.
    fn pictures(self, client: &weixin_draft_client::Client) -> Pictures {
        let pictures =
            Pictures::new(self.folder).outside_folder(self.outside_folder).jobs(self.jobs);
        // The same file as the command line's.
        let file =
            self.cache.or_else(|| Some(dirs::cache_dir()?.join("weixin-draft/pictures.json")));
        match (file, self.account) {
            (Some(file), Some(account)) => {
                pictures.cache(Cache::new(file, account).of_server(client.base_url()))
            }
            _ => pictures,
        }
    }
}

/// The document with its new addresses, and the places as plain data.
type Replaced<'py> = (String, Bound<'py, PyAny>);

/// Uploads the pictures of a request, or of a content, and puts the new addresses in.
#[pyfunction]
#[pyo3(signature = (settings, client, document, is_content, /))]
pub(crate) fn upload_pictures<'py>(
    settings: Settings,
    client: &Bound<'py, Client>,
    document: &Bound<'py, PyAny>,
    is_content: bool,
) -> PyResult<Replaced<'py>> {
    let (py, client) = (document.py(), client.get());
    let payload = if is_content { None } else { Some(Payload::of(document)?) };
    let text = match &payload {
        Some(payload) => payload.bytes().to_vec(),
        None => text_of(document)?.into_bytes(),
    };
    let language = client.language();
    let replaced = client.call_aside(py, "pictures", move |client| {
        let document = match str::from_utf8(&text) {
            Ok(html) if is_content => Document::Content(html),
            _ => Document::Request(&text),
        };
        let replaced = settings.pictures(client).upload_document(document, |picture| {
            picture.upload_with(client).map_err(|error| error.message(language))
        });
        replaced.map_err(Error::Invalid)
    })?;
    let places = replaced.places.iter().map(|place| {
        let mut place = place.to_json(language);
        if payload.as_ref().is_some_and(|payload| !payload.is_text()) {
            // Of the JSON that was written, which nobody has seen.
            place["range"] = Value::Null;
        }
        place
    });
    let places = value(py, &places.collect())?;
    Ok((replaced.text, places))
}

/// Media id, width and height of a picture that became permanent material.
type Material = (String, u32, u32);

/// Uploads a picture as permanent material.
#[pyfunction]
#[pyo3(signature = (settings, client, picture, /))]
pub(crate) fn upload_cover(
    py: Python<'_>,
    settings: Settings,
    client: &Bound<'_, Client>,
    picture: &str,
) -> PyResult<Material> {
    let (client, refused) = (client.get(), Arc::new(Mutex::new(None)));
    let language = client.language();
    let seen = Arc::clone(&refused);
    let address = picture.to_owned();
    let taken = client.call_aside(py, "cover", move |client| {
        // It is named by the caller, so it may be anywhere.
        let pictures = settings.pictures(client).purpose(Use::Material).outside_folder(true);
        Ok(pictures.upload(&[address], |picture| {
            picture.upload_with(client).map_err(|error| {
                let message = error.message(language);
                *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                message
            })
        }))
    })?;
    if let Some(error) = refused.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Err(errors::of_client(py, error, language));
    }
    let transfer = taken.into_iter().next().map_or(Err(Problem::NotAPicture), |it| it.result);
    match transfer.map(|it| (it.media_id, it.width, it.height)) {
        Ok((Some(media_id), width, height)) => Ok((media_id, width, height)),
        Ok((None, ..)) => Err(Problem::NotAPicture),
        Err(problem) => Err(problem),
    }
    .map_err(|problem| errors::picture(py, picture, &problem.message(language)))
}
