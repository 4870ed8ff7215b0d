//! A snapshot made ready for pages: checked, indexed, fingerprinted.

use crate::query::Columns;
use crate::snapshot::{Problem, Snapshot, read, sha256};

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
        let (snapshot, problems) = read(text);
        let Some(snapshot) = snapshot else { return Err(problems) };
        let columns = Columns::of(&snapshot);
        Ok(Site { columns, digest: sha256(text.as_bytes()), snapshot, problems })
    }

    /// Gives it for as long as the program runs, so that views need no counting of references.
    /// A visit has one snapshot; a retry after an error makes the first.
    pub fn keep(self) -> &'static Site {
        Box::leak(Box::new(self))
    }
}
