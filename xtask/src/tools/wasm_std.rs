//! Rust's standard library for WebAssembly, compiled for size. The one that rustup brings is compiled for
//! speed, and each place that may panic has its message and the code that puts it together.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use super::tool::lock;
use super::wasm_target::TARGET;
use crate::paths;
use crate::shell::{self, Result};

/// A crate with nothing in it: cargo compiles the library because some crate is to be compiled with it.
const MANIFEST: &str = r#"[package]
name = "nothing"
version = "0.0.0"
edition = "2024"
[lib]
path = "nothing.rs"
[profile.release]
opt-level = "z"
codegen-units = 1
panic = "abort"
[profile.release.package.compiler_builtins]
opt-level = 3
[profile.release.package.dlmalloc]
opt-level = 3
[workspace]
"#;

/// The library's own switches: its functions that are slower and shorter.
const CARGO: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// A panic ends the program at once, which a browser tells as `unreachable`. As the compiler's way to panic
/// this is unstable, and the program would have to have it too; given as a condition it is the library's
/// alone. Bitcode is for the program's own link-time optimisation.
const COMPILER: [&str; 4] = [
    "--cfg=panic=\"immediate-abort\"",
    "-Aexplicit_builtin_cfgs_in_flags",
    "-Cembed-bitcode=yes",
    "-Csymbol-mangling-version=v0",
];

/// Compiles the library unless that was done before for this compiler; answers with the folder to give to it
/// as `--sysroot`.
pub fn ensure(tools: &Path) -> Result<PathBuf> {
    let root = tools.join(format!("std-{}", version()?));
    // Options that are told apart by spaces are how cargo is given this folder.
    if root.to_string_lossy().contains(char::is_whitespace) {
        return Err(format!("{} has a space in its name: set BAGYT_TOOLS to another folder", root.display()).into());
    }
    let parent = root.join("lib/rustlib").join(TARGET);
    let libraries = parent.join("lib");
    if libraries.is_dir() {
        return Ok(root);
    }
    fs::create_dir_all(&root)?;
    let _lock = lock(&tools.join(".lock"))?;
    // Another process may have compiled it while we waited for the lock.
    if !libraries.is_dir() {
        eprintln!("compiling the standard library for size into {}, once", root.display());
        ensure_source()?;
        let compiled = compile(&root.join("build"))?;
        fs::create_dir_all(parent)?;
        // All at once, so that what is there is whole.
        fs::rename(compiled, &libraries)?;
        let _ = fs::remove_dir_all(root.join("build"));
    }
    Ok(root)
}

/// The compiler's version, and what tells it from another build of that version, and these options from others.
fn version() -> Result<String> {
    let compiler = shell::version_of("rustc").ok_or("`rustc` does not run")?;
    let build = shell::command("rustc").args(["--version", "--verbose"]).output()?.stdout;
    let mut hasher = DefaultHasher::new();
    (build, MANIFEST, CARGO, COMPILER).hash(&mut hasher);
    Ok(format!("{compiler}-{:08x}", hasher.finish() as u32))
}

/// Adds the library's source by rustup unless it is there, from wherever it came.
fn ensure_source() -> Result {
    let sysroot = shell::command("rustc").args(["--print", "sysroot"]).output()?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    if Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    shell::require("rustup", "install it from https://rustup.rs, or your system's source of Rust's library")?;
    shell::run(shell::command("rustup").args(["component", "add", "rust-src"]))
}

/// Compiles the library in a folder; answers with the one in it that has nothing but the library.
fn compile(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    fs::write(folder.join("nothing.rs"), "")?;
    let options: Vec<String> = COMPILER.iter().map(|&option| option.to_owned()).chain(paths::shortened()).collect();
    let mut cargo = shell::command("cargo");
    cargo.args(["build", "--release", "--target", TARGET]).args(CARGO).current_dir(folder);
    cargo.env("CARGO_TARGET_DIR", folder.join("target")).env("CARGO_ENCODED_RUSTFLAGS", options.join("\x1f"));
    // The library uses what Rust has not made stable: this command alone may.
    shell::run(cargo.env("RUSTC_BOOTSTRAP", "1"))?;
    let libraries = folder.join("libraries");
    fs::create_dir_all(&libraries)?;
    for entry in fs::read_dir(folder.join("target").join(TARGET).join("release/deps"))? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libnothing-") {
            fs::rename(&file, libraries.join(&*name))?;
        }
    }
    Ok(libraries)
}
