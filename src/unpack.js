// The first part of the program comes packed (`split/src/pack.rs`): a fifth less than hosts' gzip makes of it, which
// is what most of them have. What unpacks it is a program itself (`unpack/`), which stands first in the file. The
// program's script and the service worker open it with this.

/// A host's answer that has the packed program, as one that has the program; what the service worker kept has it
/// already, and what is no answer stays as it is.
function opened(answer) {
  if (!answer.ok || answer.headers.has("bagyt-unpacked")) return answer;
  const headers = { "content-type": "application/wasm", "bagyt-unpacked": "yes" };
  const unpack = unpacker();
  // No more than there is room for, and as much as takes a phone a frame or two; then the page may answer.
  const PIECE = 1 << 15;
  const turn = () => new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => next(port1.close());
    port2.postMessage(0);
  });
  const pass = (bytes, isEnd, to) => {
    const unpacked = unpack(bytes, isEnd);
    if (!unpacked) throw new Error(`${answer.url}: this is no whole program`);
    if (unpacked.length) to.enqueue(unpacked);
  };
  const stream = new TransformStream({
    transform: async (bytes, to) => {
      for (let at = 0; at < bytes.length; at += PIECE) {
        if (at) await turn();
        pass(bytes.subarray(at, at + PIECE), false, to);
      }
    },
    flush: (to) => pass(new Uint8Array(0), true, to),
  });
  return new Response(answer.body.pipeThrough(stream), { headers });
}

/// Unpacks a file as it comes: gives what the next bytes stand for, or nothing where they are no such file.
function unpacker() {
  const nothing = new Uint8Array(0);
  let head = nothing, program, given = 0;
  return (bytes, isEnd) => {
    let input = bytes;
    if (!program) {
      // How long the unpacking program is stands in the two bytes before it.
      head = new Uint8Array([...head, ...bytes]);
      const end = 2 + (head[0] | (head[1] << 8));
      if (head.length < 2 || head.length < end) return isEnd ? undefined : nothing;
      const code = head.subarray(2, end);
      if (!WebAssembly.validate(code)) return undefined;
      program = new WebAssembly.Instance(new WebAssembly.Module(code)).exports;
      input = head.subarray(end);
    }
    new Uint8Array(program.memory.buffer, program.room()).set(input);
    const size = program.take(input.length, isEnd);
    if (size < 0) return undefined;
    const unpacked = new Uint8Array(program.memory.buffer, program.start(), size).slice(given);
    given = size;
    return unpacked;
  };
}
