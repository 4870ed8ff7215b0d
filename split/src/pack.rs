use crate::program::Fault;
use liblzma::stream::{Action, Filters, LzmaOptions, MatchFinder, Mode, PRESET_EXTREME, Status, Stream};

/// A file packed as LZMA, which says how long it is (`xz --format=lzma --decompress` reads it, and `src/unpack.js`).
pub fn pack(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    if bytes.is_empty() || bytes.len() >= LONGEST {
        return Err(format!("{} bytes cannot be packed", bytes.len()).into());
    }
    let mut options = LzmaOptions::new_preset(9 | PRESET_EXTREME)?;
    options.dict_size(MEMORY).literal_context_bits(CONTEXT).literal_position_bits(0).position_bits(0);
    options.mode(Mode::Normal).match_finder(MatchFinder::BinaryTree4).nice_len(273).depth(1000);
    let mut packed = vec![CONTEXT as u8];
    packed.extend(MEMORY.to_le_bytes());
    packed.extend((bytes.len() as u64).to_le_bytes());
    packed.reserve(bytes.len() + bytes.len() / 8 + 1024);
    let mut stream = Stream::new_raw_encoder(Filters::new().lzma1(&options))?;
    // The encoder puts a mark at the end, by which the script knows a file that is whole.
    match stream.process_vec(bytes, &mut packed, Action::Finish)? {
        Status::StreamEnd => Ok(packed),
        status => Err(format!("it could not be packed: {status:?}").into()),
    }
}

/// The script reads three bytes of the length.
const LONGEST: usize = 1 << 24;

/// How far back a piece may have been: all of a program.
const MEMORY: u32 = 1 << 20;

/// How many bits of the byte before say what the next may be. Where something stands in the file says nothing of it in
/// programs, whose instructions are of any length.
const CONTEXT: u32 = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;
    use std::{env, fs, process};

    /// Has Node unpack each file with the script that browsers do it with, as it comes in pieces of several sizes; of
    /// one that is cut off anywhere at its end and of what is no such file the script says so.
    const UNPACK: &str = "const { readFileSync } = require('fs'), [folder, count] = process.argv.slice(1);
        const unpacked = (file, step) => {
            const unpack = unpacker(), pieces = [];
            for (let at = 0; at < file.length; at += step) pieces.push(unpack(file.subarray(at, at + step), false));
            pieces.push(unpack(new Uint8Array(0), true));
            return pieces.every((piece) => piece) ? Buffer.concat(pieces) : undefined;
        };
        const others = ['<!doctype html>', '', '\\0asm\\x01\\0\\0\\0' + '\\0'.repeat(40), '\\x04' + '\\0'.repeat(40)];
        const told = others.map((other) => unpacked(Buffer.from(other, 'latin1'), 9));
        let checked = 0;
        for (let n = 0; n < count; n++) {
            const [file, whole] = [`${folder}/${n}.lzma`, `${folder}/${n}`].map((name) => readFileSync(name));
            for (const step of [1, 5, 1400, 1e9]) checked += unpacked(file, step)?.equals(whole) ?? 0;
            for (let less = 1; less < 40 && less < file.length; less++) {
                const cut = unpacked(file.subarray(0, file.length - less), 1400);
                told.push(cut && !cut.equals(whole));
            }
        }
        console.log(checked, told.filter((file) => file).length);";

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
    fn browsers_unpack_what_is_packed() {
        let folder = env::temp_dir().join(format!("bagyt-unpack-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        let mut texts = vec![b"a town, a port".to_vec(), vec![7; 3000]];
        texts.extend((1..9).map(|seed| text(seed, 40_000 * seed as usize, [2, 9, 60, 256][seed as usize % 4])));
        for (number, text) in texts.iter().enumerate() {
            let packed = pack(text).expect("it can be packed");
            fs::write(folder.join(number.to_string()), text).expect("it can be written");
            fs::write(folder.join(format!("{number}.lzma")), packed).expect("it can be written");
        }
        let script = format!("{}{UNPACK}", include_str!("../../src/unpack.js"));
        let told = Command::new("node").args(["-e", &script]).arg(&folder).arg(texts.len().to_string()).output();
        fs::remove_dir_all(&folder).expect("the folder is there");
        let told = told.expect("Node.js is there");
        let expected = format!("{} 0\n", texts.len() * 4);
        assert_eq!(String::from_utf8_lossy(&told.stdout), expected, "{}", String::from_utf8_lossy(&told.stderr));
    }
}
