//! Any text as an address: it is read, and what was understood of it is spelt so that it is
//! understood again.

#![no_main]

use bagyt::route::Address;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some((address, _)) = Address::parse(text) else { return };
    let href = address.href();
    let (again, _) = Address::parse(&href).expect("an address of ours is one");
    assert_eq!(again.filters, address.filters, "{text:?} → {href}");
});
