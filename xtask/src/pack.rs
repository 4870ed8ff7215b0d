//! `pack`: the whole site as one file. Every build writes it, because a page of the site links to
//! it; this command says where it is.

use std::fs;
use std::path::Path;

use crate::shell::Result;
use crate::{build, tools};

/// Builds the bundle and prints where its one file is, and its size.
pub fn run(arguments: &[String]) -> Result {
    if !arguments.is_empty() {
        return Err("`pack` takes no arguments".into());
    }
    build::bundle(&tools::ensure_all()?, None)?;
    let file = Path::new(build::BUNDLE).join("bagyt.html");
    println!("the whole site is in {}, {} KB", file.display(), fs::metadata(&file)?.len().div_ceil(1000));
    Ok(())
}
