/// Reads a file once more and tells the SHA-256 and the length of it, unpacked where it comes compressed; nothing where
/// it does not come.
#[cfg(target_family = "wasm")]
pub fn fingerprint(file: &str, then: impl FnOnce(Option<(String, usize)>) + 'static) {
    use super::{breath::Breath, fetch::fetch};
    use crate::snapshot::Digest;
    let url = file.to_owned();
    leptos::task::spawn_local(async move {
        let (mut digest, mut length) = (Digest::default(), 0);
        let mut take = |piece: &[u8], come| {
            digest.take(piece);
            length = come;
        };
        let read = match fetch(url, false).await {
            Ok(answer) => answer.read(&Breath::new(false), None, &mut take).await.is_ok(),
            Err(_) => false,
        };
        then(read.then(|| (digest.finish(), length)));
    });
}

/// Natively a page is made of a snapshot whose digest is known.
#[cfg(not(target_family = "wasm"))]
pub fn fingerprint(_: &str, _: impl FnOnce(Option<(String, usize)>) + 'static) {}
