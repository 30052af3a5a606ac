//! Whether anything happened on a socket that rests.

use tokio::net::TcpStream;

/// A look at a socket that costs one call of the system, where a turn of the runtime costs
/// several.
pub(super) struct Watch {
    /// The same socket under a name of its own, if the system gives one.
    #[cfg(unix)]
    socket: Option<std::net::TcpStream>,
}

impl Watch {
    pub(super) fn of(socket: &TcpStream) -> Self {
        #[cfg(unix)]
        {
            use std::os::fd::AsFd as _;
            let copy = socket.as_fd().try_clone_to_owned();
            Watch { socket: copy.ok().map(std::net::TcpStream::from) }
        }
        #[cfg(not(unix))]
        {
            let _ = socket;
            Watch {}
        }
    }

    /// Whether for sure nothing came: neither bytes nor an end.
    pub(super) fn is_quiet(&self) -> bool {
        #[cfg(unix)]
        {
            // Sockets of the runtime do not block.
            let peeked = self.socket.as_ref().map(|socket| socket.peek(&mut [0]));
            matches!(peeked, Some(Err(error)) if error.kind() == std::io::ErrorKind::WouldBlock)
        }
        #[cfg(not(unix))]
        {
            false
        }
    }
}
