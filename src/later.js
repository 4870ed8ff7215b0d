
// The program comes in parts (`split/`): what pages of directions need, what other pages need beside it,
// and the rest. Each may need those before it. This part of the first one's script brings the others: by
// itself once the page is there, before the program starts where the page says that it needs them, and
// at once, with the page waiting, where the program runs into a function of one before that.
const PARTS = ["pages", "rest"].map((name) => ({ name, url: import.meta.url.replace(/\.js$/, `_${name}.wasm`) }));
let there = 0;

async function fetchPart(part) {
  if (part.program) return;
  const answer = await fetch(part.url);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const isProgram = WebAssembly.compileStreaming && answer.headers.get("content-type") === "application/wasm";
  part.program = await (isProgram ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer()));
}

/// Puts the functions of the parts that have come into the first one's table, in their order and each part
/// once: what it holds in memory begins anew with it. They ask for the first one's by their places there.
function putParts(own) {
  if (!PARTS[there]?.program) return;
  const first = new Proxy(own, { get: (own, name) => own[name] ?? own.$t0.get(+name) });
  const imports = { ...__wbg_get_imports(), first };
  for (; PARTS[there]?.program; there++) new WebAssembly.Instance(PARTS[there].program, imports);
}

/// The program needs so many parts now.
function bring(count) {
  while (there < count) {
    const part = PARTS[there];
    const request = new XMLHttpRequest();
    request.open("GET", part.url, false);
    // Only as text may an answer be waited for; each of these letters is a byte.
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`${request.responseURL}: ${request.status}`);
    part.program ??= new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
    putParts(wasm);
  }
}

const shown = document.documentElement;

/// What a page needs before the program starts comes beside the first part.
async function partsForStart() {
  const count = shown.hasAttribute("data-whole") || location.search ? 2 : shown.hasAttribute("data-pages") ? 1 : 0;
  await Promise.all(PARTS.slice(0, count).map(fetchPart));
}

new MutationObserver((_, watch) => {
  if (shown.dataset.state !== "ready") return;
  watch.disconnect();
  // What does not come now is asked for again when it is needed.
  for (const part of PARTS) fetchPart(part).then(() => putParts(wasm)).catch(() => {});
}).observe(shown, { attributeFilter: ["data-state"] });
