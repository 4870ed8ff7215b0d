use super::{NoPause, Pause, Work, at_once};
use sha2::{Digest, Sha256};

/// Bytes that are worked on without a pause.
const PART: usize = 1 << 18;

/// The SHA-256 of a file's bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    at_once(sha256_in_parts(bytes, &NoPause)).unwrap_or_default()
}

/// The same, with pauses.
pub async fn sha256_in_parts(bytes: &[u8], pause: &impl Pause) -> String {
    let mut digest = Sha256::new();
    for (part, of_it) in bytes.chunks(PART).enumerate() {
        pause.breathe(Work::Indexing, part * PART, bytes.len()).await;
        digest.update(of_it);
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_digest() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::sha256(b"abc"), expected);
    }
}
