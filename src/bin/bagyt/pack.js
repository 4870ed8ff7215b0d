
// What the one file carries is compressed, the program's first part in a way of its own, and written in letters.
const carried = (id) => Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
const unpack = (id) => new Response(new Blob([carried(id)]).stream().pipeThrough(new DecompressionStream("gzip")));
document.getElementById("snapshot-text").textContent = await unpack("snapshot").text();
for (const part of PARTS) part.program = await WebAssembly.compile(await unpack(part.name).arrayBuffer());
await __wbg_init({ module_or_path: opened(new Response(carried("program"))) });
