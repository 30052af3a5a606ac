//! Hosts that are IP addresses, in every spelling that browsers take.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a host counts as an IPv4 address, a good one or not: its last label is a number.
pub(super) fn ends_in_number(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.rsplit('.').next().unwrap_or(host);
    !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()) || number(last).is_some()
}

/// Reads one to four decimal, octal (`0`) or hexadecimal (`0x`) numbers. The last one fills
/// all bytes that are left: `127.1` is `127.0.0.1`.
pub(super) fn ipv4(host: &str) -> Option<Ipv4Addr> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.matches('.').count();
    if last > 3 {
        return None;
    }
    let mut address = 0;
    for (place, part) in host.split('.').enumerate() {
        let bits_left = 32 - 8 * place;
        let bits = if place == last { bits_left } else { 8 };
        let number = number(part).filter(|number| *number < 1 << bits)?;
        address |= number << (bits_left - bits);
    }
    u32::try_from(address).ok().map(Ipv4Addr::from_bits)
}

/// A number that is too large becomes [`u64::MAX`].
fn number(text: &str) -> Option<u64> {
    let (digits, radix) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (&text[2..], 16),
        [b'0', _, ..] => (&text[1..], 8),
        _ => (text, 10),
    };
    let is_number = digits.chars().all(|character| character.is_digit(radix));
    match digits {
        "" if radix == 16 => Some(0),
        "" => None,
        _ => is_number.then(|| u64::from_str_radix(digits, radix).unwrap_or(u64::MAX)),
    }
}

/// Reads what is between the brackets, and spells it as browsers do.
pub(super) fn ipv6(text: &str) -> Option<String> {
    let address: Ipv6Addr = text.parse().ok()?;
    Some(match address.to_ipv4_mapped() {
        // The standard library spells these with dots.
        Some(_) => {
            let [.., high, low] = address.segments();
            format!("[::ffff:{high:x}:{low:x}]")
        }
        None => format!("[{address}]"),
    })
}
