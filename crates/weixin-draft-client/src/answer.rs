//! Reads what the server sent back.

use weixin_draft::Response;

use crate::{AccessToken, ApiError, Error, TransportError, TransportKind};

/// The body of an answer with status 200, as a success or a refusal.
pub(crate) fn decode(body: &[u8], token: &AccessToken) -> Result<Response, Error> {
    let mut response = Response::from_json(body)
        .map_err(|_error| TransportError { kind: TransportKind::BadAnswer, status: Some(200) })?;
    response.errmsg = token.mask(&response.errmsg);
    if response.is_ok() { Ok(response) } else { Err(ApiError::new(response).into()) }
}
