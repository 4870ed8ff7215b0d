//! What the browser's script calls: it puts bytes into a room, says how many, and takes what they stand for.

#![allow(unsafe_code)]

use crate::Stream;
use core::arch::wasm32;
use core::cell::UnsafeCell;

struct Only(UnsafeCell<Stream<'static>>);

// SAFETY: a program in WebAssembly has one thread.
unsafe impl Sync for Only {}

static STREAM: Only = Only(UnsafeCell::new(Stream::new()));

fn stream() -> &'static mut Stream<'static> {
    // SAFETY: each function below asks once, keeps nothing, and calls nothing that asks again.
    unsafe { &mut *STREAM.0.get() }
}

/// Where the next bytes of the file are to be put.
#[unsafe(no_mangle)]
extern "C" fn room() -> *mut u8 {
    stream().room().as_mut_ptr()
}

/// So many bytes more are in the room: how many the file stands for so far, or -1 where it is no such file.
#[unsafe(no_mangle)]
extern "C" fn take(count: usize, is_end: bool) -> isize {
    let stream = stream();
    stream.take(count, is_end, memory).map_or(-1, |()| stream.unpacked().len() as isize)
}

/// Where what it stands for begins.
#[unsafe(no_mangle)]
extern "C" fn start() -> *const u8 {
    stream().unpacked().as_ptr()
}

/// Memory that nothing else has; none where the browser gives no more.
fn memory(bytes: usize) -> &'static mut [u8] {
    match wasm32::memory_grow(0, bytes.div_ceil(1 << 16)) {
        usize::MAX => &mut [],
        // SAFETY: these pages are new and full of zeros.
        page => unsafe { core::slice::from_raw_parts_mut((page << 16) as *mut u8, bytes) },
    }
}

#[panic_handler]
fn stop(_: &core::panic::PanicInfo) -> ! {
    wasm32::unreachable()
}
