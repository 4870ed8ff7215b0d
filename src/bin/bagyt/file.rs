use flate2::read::MultiGzDecoder;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::process::ExitCode;

/// What a gzip file begins with (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What can be wrong with the arguments or the files named by them, and not with what is in these.
pub const UNREADABLE: u8 = 2;

/// The bytes of a file, or with `-` of the standard input; compressed ones are unpacked, as the site does. Where
/// they cannot be read it says why, and answers with what to exit with.
pub fn read(name: &OsStr) -> Result<Vec<u8>, ExitCode> {
    read_packed(name).and_then(unpacked).map_err(|error| {
        crate::tell(&format!("{}: {error}", name.display()));
        ExitCode::from(UNREADABLE)
    })
}

fn read_packed(name: &OsStr) -> io::Result<Vec<u8>> {
    if name != "-" {
        return fs::read(name);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unpacked(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn check(bytes: &[u8], expected: Option<&[u8]>) {
        assert_eq!(unpacked(bytes.to_vec()).ok().as_deref(), expected);
    }

    #[test]
    fn only_what_is_compressed_is_unpacked() {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(b"{}").expect("memory has room");
        let packed = packed.finish().expect("memory has room");
        check(b"{}", Some(b"{}"));
        check(b"", Some(b""));
        check(&packed, Some(b"{}"));
        check(&packed[..packed.len() - 9], None);
    }
}
