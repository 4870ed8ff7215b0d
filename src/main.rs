//! The browser app: fetch, check, mount. Trunk builds it; natively it only says so.

#[cfg(target_family = "wasm")]
fn main() {
    bagyt::browser::start();
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("This is the browser app: run `cargo xtask serve`.");
}
