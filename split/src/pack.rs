use crate::program::Fault;
use liblzma::stream::{Action, Filters, LzmaOptions, MatchFinder, Mode, PRESET_EXTREME, Status, Stream};

/// A file that brings what unpacks it: that program with its length before it, in two bytes, and then what is packed.
pub fn with_unpacker(unpacker: &[u8], packed: &[u8]) -> Result<Vec<u8>, Fault> {
    if unpacker.len() > LONGEST_UNPACKER {
        return Err(format!("what unpacks has {} bytes, more than {LONGEST_UNPACKER}", unpacker.len()).into());
    }
    let length = (unpacker.len() as u16).to_le_bytes();
    Ok([&length, unpacker, packed].concat())
}

/// Older browsers compile a longer program only in the background.
const LONGEST_UNPACKER: usize = 4096;

/// A file packed as LZMA, which says how long it is (`xz --format=lzma --decompress` reads it, and `unpack/`).
///
/// The encoder decides by what it guesses that a choice costs, and by luck one setting gives some hundred bytes less
/// than another, not the same one for each program: several are tried, and the smallest file is taken.
pub fn pack(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    if bytes.is_empty() || bytes.len() >= LONGEST {
        return Err(format!("{} bytes cannot be packed", bytes.len()).into());
    }
    let mut packed = Vec::new();
    for context in CONTEXTS {
        for finder in [MatchFinder::BinaryTree2, MatchFinder::BinaryTree3, MatchFinder::BinaryTree4] {
            for enough in [96, 128, 273] {
                packed.push(pack_so(bytes, context, finder, enough)?);
            }
        }
    }
    packed.into_iter().min_by_key(Vec::len).ok_or_else(|| "nothing was tried".into())
}

/// About how long the packed file will be.
pub fn packed_size(bytes: &[u8]) -> Result<usize, Fault> {
    Ok(pack_so(bytes, CONTEXTS[1], MatchFinder::BinaryTree4, 128)?.len())
}

/// The same with these settings: how many bits of the byte before say what the next may be, how pieces that were there
/// before are found, and from what length on they are taken unseen.
fn pack_so(bytes: &[u8], context: u32, finder: MatchFinder, enough: u32) -> Result<Vec<u8>, Fault> {
    let mut options = LzmaOptions::new_preset(9 | PRESET_EXTREME)?;
    // Where something stands in the file says nothing of it in programs, whose instructions are of any length.
    options.dict_size(MEMORY).literal_context_bits(context).literal_position_bits(0).position_bits(0);
    options.mode(Mode::Normal).match_finder(finder).nice_len(enough).depth(1000);
    let mut packed = vec![context as u8];
    packed.extend(MEMORY.to_le_bytes());
    packed.extend((bytes.len() as u64).to_le_bytes());
    packed.reserve(bytes.len() + bytes.len() / 8 + 1024);
    let mut stream = Stream::new_raw_encoder(Filters::new().lzma1(&options))?;
    // The encoder puts a mark at the end, by which a file that is whole is known.
    match stream.process_vec(bytes, &mut packed, Action::Finish)? {
        Status::StreamEnd => Ok(packed),
        status => Err(format!("it could not be packed: {status:?}").into()),
    }
}

/// What unpacks reads three bytes of the length.
const LONGEST: usize = 1 << 24;

/// How far back a piece may have been: all of a program.
const MEMORY: u32 = 1 << 20;

/// How many bits of the byte before may say what the next is; `unpack/` has room for no more.
const CONTEXTS: [u32; 2] = [3, 4];

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;
    use unpack::Stream;

    /// What is unpacked of a file that comes in pieces of that size.
    fn unpacked(file: &[u8], step: usize) -> Option<Vec<u8>> {
        let mut stream = Box::new(Stream::new());
        let memory = |bytes| Box::leak(vec![0; bytes].into_boxed_slice());
        for piece in file.chunks(step) {
            stream.room()[..piece.len()].copy_from_slice(piece);
            stream.take(piece.len(), false, memory)?;
        }
        stream.take(0, true, memory)?;
        Some(stream.unpacked().to_vec())
    }

    /// Bytes that look like nothing, but for pieces from before: near and far, long and short.
    fn text(seed: u32, length: usize, letters: u32) -> Vec<u8> {
        let mut random = seed;
        let mut next = |below: u32| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) % below.max(1)
        };
        let mut text = Vec::new();
        while text.len() < length {
            let (from, count) = (text.len() as u32, [3, 9, 70, 400][next(4) as usize]);
            if next(3) == 0 && from > 0 {
                let far = if next(2) == 0 { next(from) } else { next(from.min(60)) };
                let start = (from - far - 1) as usize;
                (0..count as usize).for_each(|place| text.push(text[start + place]));
            } else {
                text.extend((0..next(count)).map(|_| next(letters) as u8));
            }
        }
        text
    }

    #[test]
    fn what_is_packed_is_unpacked_in_pieces_of_any_size() {
        let mut texts = vec![b"a town, a port".to_vec(), vec![7; 3000]];
        texts.extend((1..9).map(|seed| text(seed, 40_000 * seed as usize, [2, 9, 60, 256][seed as usize % 4])));
        for text in texts {
            let packed = pack(&text).expect("it can be packed");
            for step in [1, 5, 1400, 1 << 15] {
                assert!(unpacked(&packed, step).as_ref() == Some(&text), "{} bytes by {step}", text.len());
            }
            for less in 1..packed.len().min(40) {
                let cut = unpacked(&packed[..packed.len() - less], 1400);
                assert!(cut.is_none_or(|cut| cut == text), "{} bytes without {less}", text.len());
            }
        }
    }

    #[test]
    fn what_is_no_such_file_is_told() {
        let others: [&[u8]; 4] = [b"<!doctype html>", b"", b"\0asm\x01\0\0\0", b"\x04"];
        for other in others {
            for length in [other.len(), 48] {
                let mut file = other.to_vec();
                file.resize(length, 0);
                assert_eq!(unpacked(&file, 9), None, "{file:?}");
            }
        }
    }

    #[test]
    fn what_is_broken_ends_and_leaves_room() {
        let text = text(3, 60_000, 9);
        let packed = pack(&text).expect("it can be packed");
        for seed in 0..60_u32 {
            let mut broken = packed.clone();
            for turn in 0..3 {
                let place = seed.wrapping_mul(2_654_435_761).rotate_left(turn * 9) as usize % broken.len();
                broken[place] ^= 1 << (seed % 8);
            }
            // More than there is room for, behind what may be a full text.
            broken.extend([seed as u8; 1 << 17]);
            unpacked(&broken, 1 << 15);
        }
    }

    /// Has Node unpack a file with the script that browsers do it with, as it comes in pieces of several sizes; of one
    /// that ends within what unpacks it, and of what is no such file, the script says so.
    const UNPACK: &str = "const [file, page] = process.argv.slice(1).map((text) => Buffer.from(text, 'hex'));
        const unpacked = (file, step) => {
            const unpack = unpacker(), pieces = [];
            for (let at = 0; at < file.length; at += step) pieces.push(unpack(file.subarray(at, at + step), false));
            pieces.push(unpack(new Uint8Array(0), true));
            return pieces.every((piece) => piece) ? Buffer.concat(pieces).toString() : undefined;
        };
        console.log(...[1, 2, 7, 1000].map((step) => unpacked(file, step)));
        console.log(...[0, 1, 2, 20, 80].map((end) => unpacked(file.subarray(0, end), 7)), unpacked(page, 1000));";

    /// A program that unpacks what is not packed at all.
    fn copier() -> Vec<u8> {
        use wasm_encoder::*;
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], [ValType::I32]);
        types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut globals = GlobalSection::new();
        let global = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(global, &ConstExpr::i32_const(0));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        for (number, (name, kind)) in (0..).zip([("room", 0), ("start", 0), ("take", 1)]) {
            exports.export(name, ExportKind::Func, number);
            functions.function(kind);
        }
        let taken = [Instruction::GlobalGet(0), Instruction::LocalGet(0), Instruction::I32Add];
        let taken = taken.into_iter().chain([Instruction::GlobalSet(0), Instruction::GlobalGet(0)]).collect();
        for body in [vec![Instruction::GlobalGet(0)], vec![Instruction::I32Const(0)], taken] {
            let mut function = Function::new([]);
            body.iter().chain([&Instruction::End]).for_each(|instruction| _ = function.instruction(instruction));
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&globals).section(&exports);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn the_script_starts_what_stands_before_a_file() {
        let file = with_unpacker(&copier(), b"A-town,a-port.").expect("it is short");
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let script = format!("{}{UNPACK}", include_str!("../../src/unpack.js"));
        let page = b"<!doctype html>".repeat(2000);
        let told = Command::new("node").args(["-e", &script, &hex(&file), &hex(&page)]).output();
        let told = told.expect("Node.js is there");
        let whole = ["A-town,a-port."; 4].join(" ");
        let nothing = ["undefined"; 6].join(" ");
        let errors = String::from_utf8_lossy(&told.stderr);
        assert_eq!(String::from_utf8_lossy(&told.stdout), format!("{whole}\n{nothing}\n"), "{errors}");
    }

    #[test]
    fn a_file_begins_with_what_unpacks_it() {
        assert_eq!(with_unpacker(&[9; 258], &[7, 8]).map(|file| file[..3].to_vec()).ok(), Some(vec![2, 1, 9]));
        assert!(with_unpacker(&[0; LONGEST_UNPACKER + 1], &[]).is_err());
    }
}
