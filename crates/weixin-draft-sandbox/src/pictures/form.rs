//! The one part that matters of a multipart form.

/// The bytes of the part `media`, if it is there and has a file name.
///
/// `content_type` is the header, which names the boundary between parts.
pub(super) fn media<'b>(content_type: &str, body: &'b [u8]) -> Option<&'b [u8]> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters.split(';').find_map(|it| it.trim().strip_prefix("boundary="))?;
    let opening = format!("--{}", boundary.trim_matches('"'));
    let mut rest = after(body, opening.as_bytes())?;
    let between = format!("\r\n{opening}");
    loop {
        let part = rest.strip_prefix(b"\r\n")?;
        let end = find(part, between.as_bytes())?;
        let (head, data) = split(&part[..end], b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(head);
        let is_media = head.lines().any(|line| {
            let is_its = line.to_ascii_lowercase().starts_with("content-disposition:");
            is_its && line.contains("name=\"media\"") && line.contains("filename=\"")
        });
        if is_media {
            return Some(data);
        }
        rest = &part[end + between.len()..];
    }
}

fn after<'b>(bytes: &'b [u8], sign: &[u8]) -> Option<&'b [u8]> {
    Some(split(bytes, sign)?.1)
}

fn split<'b>(bytes: &'b [u8], sign: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let place = find(bytes, sign)?;
    Some((&bytes[..place], &bytes[place + sign.len()..]))
}

fn find(bytes: &[u8], sign: &[u8]) -> Option<usize> {
    bytes.windows(sign.len()).position(|window| window == sign)
}

#[cfg(test)]
mod tests {
    use super::media;

    #[test]
    fn the_part_is_found_among_others() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
            --x\r\ncontent-disposition: form-data; name=\"media\"; filename=\"b.png\"\r\n\
            Content-Type: image/png\r\n\r\n\r\n--y\r\n\r\n--x--\r\n";
        let kind = "multipart/form-data; boundary=x";
        assert_eq!(media(kind, body), Some(&b"\r\n--y\r\n"[..]));
        assert_eq!(media("multipart/form-data; boundary=\"x\"", body), Some(&b"\r\n--y\r\n"[..]));
        assert_eq!(media("multipart/form-data; boundary=z", body), None);
        assert_eq!(media("application/json", body), None);
        assert_eq!(media(kind, b"--x--"), None);
        assert_eq!(media(kind, &body[..body.len() - 8]), None, "it never ends");
    }
}
