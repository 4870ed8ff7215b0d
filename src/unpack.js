// The first part of the program comes packed as LZMA (`split/src/pack.rs`): a fifth less than hosts' gzip makes of
// it, which is what most of them have. The program's script and the service worker unpack it with this.

/// A host's answer that has the packed program, as one that has the program; what the service worker kept has it
/// already, and what is no answer stays as it is.
function opened(answer) {
  if (!answer.ok || answer.headers.has("bagyt-unpacked")) return answer;
  const headers = { "content-type": "application/wasm", "bagyt-unpacked": "yes" };
  const unpack = unpacker();
  const pass = (bytes, isEnd, to) => {
    const unpacked = unpack(bytes, isEnd);
    if (!unpacked) throw new Error(`${answer.url}: this is no whole program`);
    if (unpacked.length) to.enqueue(unpacked);
  };
  const stream = new TransformStream({
    transform: (bytes, to) => pass(bytes, false, to),
    flush: (to) => pass(new Uint8Array(0), true, to),
  });
  return new Response(answer.body.pipeThrough(stream), { headers });
}

/// Unpacks a file as it comes: gives what the next bytes stand for, or nothing where they are no such file.
/// The format is that of Igor Pavlov's LZMA specification, for files in which it does not matter where something
/// stands (`lp` and `pb` are 0): bits, each of a kind that has a chance of its own, tell of letters, and of pieces
/// that were there before.
function unpacker() {
  // What has come and is not read yet, and what it stood for so far.
  let input = new Uint8Array(0), at = 0, output, size = 0;
  // The range coder, in an array since numbers of 32 bits are quick there alone.
  const coder = new Uint32Array([-1, 0]), RANGE = 0, CODE = 1;
  // Of each kind of bit the chance that it is 0, in 2048ths; and how many bits of the letter before tell letters apart.
  let chances, context;
  // What came last, which decides what is likely next, and how far back the last four pieces were.
  let state = 0, near = 0, second = 0, third = 0, fourth = 0;
  // Where the kinds of bits begin.
  const PIECE = 0, AGAIN = 12, NOT_NEAR = 24, LONGER = 36, NOT_SECOND = 48, NOT_THIRD = 60, SLOT = 72, SPECIAL = 328;
  const ALIGN = 456, LENGTH = 472, LENGTH_AGAIN = 746, LETTER = 1020;

  const bit = (kind) => {
    const chance = chances[kind], bound = (coder[RANGE] >>> 11) * chance;
    let one = 0;
    if (coder[CODE] < bound) {
      coder[RANGE] = bound;
      chances[kind] = chance + ((2048 - chance) >> 5);
    } else {
      coder[RANGE] -= bound;
      coder[CODE] -= bound;
      chances[kind] = chance - (chance >> 5);
      one = 1;
    }
    if (coder[RANGE] < 1 << 24) refill();
    return one;
  };
  const refill = () => {
    coder[RANGE] <<= 8;
    coder[CODE] = (coder[CODE] << 8) | input[at++];
  };
  const number = (kind, bits) => {
    let read = 1;
    while (read < 1 << bits) read = (read << 1) | bit(kind + read);
    return read - (1 << bits);
  };
  const backwards = (kind, bits) => {
    let read = 0;
    for (let place = 0, path = 1; place < bits; place++) {
      const one = bit(kind + path);
      path = (path << 1) | one;
      read |= one << place;
    }
    return read;
  };
  const direct = (bits) => {
    let read = 0;
    while (bits--) {
      coder[RANGE] >>>= 1;
      const one = +(coder[CODE] >= coder[RANGE]);
      if (one) coder[CODE] -= coder[RANGE];
      if (coder[RANGE] < 1 << 24) refill();
      read = (read << 1) | one;
    }
    return read;
  };
  const length = (kind) => {
    if (!bit(kind)) return number(kind + 2, 3) + 2;
    return bit(kind + 1) ? number(kind + 18, 8) + 18 : number(kind + 10, 3) + 10;
  };
  const distance = (length) => {
    const slot = number(SLOT + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1, start = (2 | (slot & 1)) << bits;
    if (slot < 14) return start + backwards(SPECIAL + start - slot, bits);
    return start + (direct(bits - 4) << 4) + backwards(ALIGN, 4);
  };
  const letter = () => {
    const kind = LETTER + 768 * ((output[size - 1] ?? 0) >> (8 - context));
    let read = 1;
    // After a piece the letter is another than the one that would have gone on with it.
    for (let other = output[size - near - 1] << 1; state > 6 && read < 256; other <<= 1) {
      const expected = other & 256;
      const one = bit(kind + 256 + expected + read);
      read = (read << 1) | one;
      if (one !== expected >> 8) break;
    }
    while (read < 256) read = (read << 1) | bit(kind + read);
    output[size++] = read;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  /// How long the next piece is; `near` says how far back it was.
  const piece = () => {
    const after = state < 7 ? 0 : 3;
    if (!bit(AGAIN + state)) {
      [second, third, fourth] = [near, second, third];
      state = 7 + after;
      const long = length(LENGTH);
      near = distance(long);
      return long;
    }
    if (!bit(NOT_NEAR + state)) {
      if (!bit(LONGER + state)) {
        state = 9 + (after && 2);
        return 1;
      }
    } else if (!bit(NOT_SECOND + state)) {
      [near, second] = [second, near];
    } else if (!bit(NOT_THIRD + state)) {
      [near, second, third] = [third, near, second];
    } else {
      [near, second, third, fourth] = [fourth, near, second, third];
    }
    state = 8 + after;
    return length(LENGTH_AGAIN);
  };
  // A head is how letters are told apart, four bytes about memory, and the length in eight, of which ours take three;
  // behind it the coder begins with a zero.
  const begin = () => {
    context = input[0];
    const length = input[5] | (input[6] << 8) | (input[7] << 16);
    if (!(context <= 8) || !length || input.subarray(8, 14).some((byte) => byte)) return false;
    output = new Uint8Array(length);
    chances = new Uint16Array(LETTER + (768 << context)).fill(1024);
    for (at = 14; at < 18; at++) coder[CODE] = (coder[CODE] << 8) | input[at];
    return true;
  };

  // More bytes than the head has, or one step reads.
  const STEP = 24;
  return (bytes, isEnd) => {
    const joined = new Uint8Array(input.length - at + bytes.length);
    joined.set(input.subarray(at));
    joined.set(bytes, input.length - at);
    [input, at] = [joined, 0];
    if (!output && (input.length > STEP || isEnd) && !begin()) return undefined;
    if (!output) return input.subarray(0, 0);
    const from = size, enough = isEnd ? input.length : input.length - STEP;
    while (size < output.length && at <= enough) {
      if (!bit(PIECE + state)) letter();
      else for (let left = piece(); left-- && size < output.length; size++) output[size] = output[size - near - 1];
    }
    // A whole file has a mark at its end, so that not even its last piece is read from beyond it.
    return isEnd && (size < output.length || at > input.length) ? undefined : output.slice(from, size);
  };
}
