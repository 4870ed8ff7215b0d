//! A snapshot made ready for pages: checked, indexed, fingerprinted.

use crate::query::{Columns, ColumnsBuilder};
use crate::snapshot::{Digest, NoPause, PIECE, Pause, Problem, Reading, Snapshot, Work, at_once};

/// All that pages are made of. It is made once a visit and then only read.
#[derive(Debug)]
pub struct Site {
    /// What is left of it after the checks.
    pub snapshot: Snapshot,
    /// What is wrong with it, the gravest first.
    pub problems: Vec<Problem>,
    /// The records of the snapshot, indexed.
    pub columns: Columns,
    /// SHA-256 of the snapshot's file, in hexadecimal. None for a file named in the address: hashing costs a
    /// tenth of reading, so it is done only when About asks (`browser::fingerprint`).
    pub digest: Option<String>,
    /// The length of its JSON, which a compressed file is not.
    pub bytes: usize,
}

/// A site whose snapshot comes in pieces.
pub struct Arrival {
    reading: Reading,
    digest: Option<Digest>,
    bytes: usize,
}

impl Default for Arrival {
    fn default() -> Self {
        Arrival { digest: Some(Digest::default()), ..Arrival::of_a_named_file() }
    }
}

impl Arrival {
    /// A site whose digest nothing depends on.
    pub fn of_a_named_file() -> Arrival {
        Arrival { reading: Reading::default(), digest: None, bytes: 0 }
    }

    /// Reads on; a piece is best no longer than [`PIECE`].
    pub fn take(&mut self, bytes: &[u8]) {
        self.reading.take(bytes);
        self.bytes += bytes.len();
        if let Some(digest) = &mut self.digest {
            digest.take(bytes);
        }
    }

    /// All pieces were taken: the site, or what is wrong with a snapshot that cannot be shown.
    /// `sound` is the digest of one in which a check has found nothing; that one is not checked again.
    pub async fn finish(self, sound: Option<&str>, pause: &impl Pause) -> Result<Site, Vec<Problem>> {
        let mut columns = ColumnsBuilder::default();
        let digest = self.digest.map(Digest::finish);
        let is_sound = sound.is_some() && sound == digest.as_deref();
        let (snapshot, problems) = self.reading.finish(is_sound, pause, &mut |record| columns.push(record)).await;
        let Some(snapshot) = snapshot else { return Err(problems) };
        let columns = columns.finish(&snapshot, pause).await;
        Ok(Site { columns, digest, bytes: self.bytes, snapshot, problems })
    }
}

impl Site {
    /// Reads a snapshot's text; what is wrong with it when it cannot be shown.
    pub fn read(text: &str) -> Result<Site, Vec<Problem>> {
        at_once(Site::read_in_parts(text, &NoPause)).unwrap_or(Err(Vec::new()))
    }

    /// The same, with pauses, so that a page answers while much is read.
    pub async fn read_in_parts(text: &str, pause: &impl Pause) -> Result<Site, Vec<Problem>> {
        let mut arrival = Arrival::default();
        for (part, piece) in text.as_bytes().chunks(PIECE).enumerate() {
            pause.breathe(Work::Bytes, part * PIECE, text.len()).await;
            arrival.take(piece);
        }
        arrival.finish(None, pause).await
    }

    /// Gives it for as long as the program runs, so that views need no counting of references.
    /// A visit has one snapshot; a retry after an error makes the first.
    pub fn keep(self) -> &'static Site {
        Box::leak(Box::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Facet;

    /// The site of this text, and whether it was made of the text as of a sound one.
    fn check(text: &str, sound: &str, expected: bool) {
        let mut arrival = Arrival::default();
        text.as_bytes().chunks(PIECE).for_each(|piece| arrival.take(piece));
        let site = at_once(arrival.finish(Some(sound), &NoPause)).and_then(Result::ok);
        let shown = |site: Option<Site>| {
            site.map(|site| {
                let keys = Facet::ALL.map(|facet| site.columns.keys(facet).join(" "));
                format!("{:?} {:?} {} {keys:?} {:?}", site.snapshot, site.problems, site.columns.len(), site.digest)
            })
        };
        assert_eq!(shown(site) == shown(Site::read(text).ok()), expected);
    }

    /// How often work was offered a pause.
    #[derive(Default)]
    struct Counted(std::cell::Cell<usize>);

    impl Pause for Counted {
        async fn breathe(&self, _: Work, _: usize, _: usize) {
            self.0.set(self.0.get() + 1);
        }
    }

    #[test]
    fn what_is_sound_is_indexed_in_parts_too() {
        let text: String = crate::snapshot::synth::synth(2000, 1).collect();
        let mut arrival = Arrival::default();
        arrival.take(text.as_bytes());
        let pause = Counted::default();
        let site = at_once(arrival.finish(Some(&crate::snapshot::sha256(text.as_bytes())), &pause));
        assert_eq!(site.and_then(Result::ok).map(|site| site.columns.len()), Some(2000));
        assert!(pause.0.get() >= 2000 / 256, "{} pauses", pause.0.get());
    }

    #[test]
    fn what_is_sound_need_not_be_checked() {
        let text = include_str!("../public/snapshot.json");
        check(text, &crate::snapshot::sha256(text.as_bytes()), true);
        // A digest that is not the text's says nothing about it.
        let broken = text.replacen("\"source\": \"", "\"source\": \"no-such-", 1);
        check(&broken, &crate::snapshot::sha256(text.as_bytes()), true);
        check(&broken, &crate::snapshot::sha256(broken.as_bytes()), false);
    }
}
