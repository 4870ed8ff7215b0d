
// What the one file carries is compressed, and written in letters.
const unpack = (id) => {
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
};
document.getElementById("snapshot-text").textContent = await unpack("snapshot").text();
for (const part of PARTS) part.program = await WebAssembly.compile(await unpack(part.name).arrayBuffer());
await __wbg_init({ module_or_path: await unpack("program").arrayBuffer() });
