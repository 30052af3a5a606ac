//! Pictures that are written into their address.

use data_url::DataUrl;

use super::MAX_BYTES;
use crate::Problem;

pub(super) fn read(address: &str) -> Result<Vec<u8>, Problem> {
    let url = DataUrl::process(address).map_err(|_| Problem::BadData)?;
    let (bytes, _fragment) = url.decode_to_vec().map_err(|_| Problem::BadData)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Problem::TooLarge { limit: MAX_BYTES });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::Problem;

    #[test]
    fn decodes_base64_and_percent_signs() {
        assert_eq!(read("data:image/gif;base64,R0lG\nODlh").unwrap(), b"GIF89a");
        assert_eq!(read("DATA:,GIF89%61").unwrap(), b"GIF89a");
        assert_eq!(read("data:image/gif;base64,R0lG*"), Err(Problem::BadData));
        assert_eq!(read("data:image/gif"), Err(Problem::BadData));
    }
}
