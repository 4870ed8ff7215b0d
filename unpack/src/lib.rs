//! Unpacks LZMA, as a program of three kilobytes that comes before the program which it unpacks.
//!
//! The format is that of Igor Pavlov's LZMA specification, for files in which it does not matter where something
//! stands (`lp` and `pb` are 0): bits, each of a kind that has a chance of its own, tell of letters, and of pieces
//! that were there before. `split/src/pack.rs` packs.

#![cfg_attr(target_family = "wasm", no_std)]

mod bits;
#[cfg(target_family = "wasm")]
mod door;
mod stream;
mod unpacker;

pub use stream::Stream;
pub use unpacker::{Head, Unpacker};
