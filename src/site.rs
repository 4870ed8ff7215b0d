//! A snapshot made ready for pages: checked, indexed, fingerprinted.

use crate::query::Columns;
use crate::snapshot::{NoPause, Pause, Problem, Snapshot, at_once, read_in_parts, sha256_in_parts};

/// All that pages are made of. It is made once a visit and then only read.
#[derive(Debug)]
pub struct Site {
    pub snapshot: Snapshot,
    pub problems: Vec<Problem>,
    pub columns: Columns,
    /// SHA-256 of the snapshot's file.
    pub digest: String,
}

impl Site {
    /// Reads a snapshot's text; what is wrong with it when it cannot be shown.
    pub fn read(text: &str) -> Result<Site, Vec<Problem>> {
        at_once(Site::read_in_parts(text, &NoPause)).unwrap_or(Err(Vec::new()))
    }

    /// The same, with pauses, so that a page answers while much is read.
    pub async fn read_in_parts(text: &str, pause: &impl Pause) -> Result<Site, Vec<Problem>> {
        let (snapshot, problems) = read_in_parts(text, pause).await;
        let Some(snapshot) = snapshot else { return Err(problems) };
        let columns = Columns::in_parts(&snapshot, pause).await;
        let digest = sha256_in_parts(text.as_bytes(), pause).await;
        Ok(Site { columns, digest, snapshot, problems })
    }

    /// Gives it for as long as the program runs, so that views need no counting of references.
    /// A visit has one snapshot; a retry after an error makes the first.
    pub fn keep(self) -> &'static Site {
        Box::leak(Box::new(self))
    }
}
