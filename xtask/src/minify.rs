//! The program's script as readers get it.

use std::path::Path;

use crate::shell::{self, Result};
use crate::tools::terser;

/// What the one file's start calls by name (`src/bin/bagyt/pack.js`).
const KEPT: &str = "reserved=[PARTS,__wbg_init,opened]";

/// Writes the script anew in fewer letters: a kilobyte less to wait for. Without terser it stays as it is,
/// as where Trunk is called by itself.
pub fn script(file: &Path) -> Result {
    let Some(terser) = terser::on_path() else { return Ok(()) };
    let compress = ["--module", "--compress", "ecma=2020,passes=2", "--mangle", KEPT];
    shell::run(shell::command(terser).arg(file).args(compress).arg("--output").arg(file))
}
