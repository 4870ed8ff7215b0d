
// The program comes in two parts (`split/`). This part of its script brings the second: by itself
// once the page is there, before the program starts where the page says that it needs it, and at
// once, with the page waiting, where the program runs into a function of it before that.
const REST = import.meta.url.replace(/\.js$/, "_rest.wasm");
let rest, isRestThere = false;

async function compiledRest() {
  const answer = await fetch(REST);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const isProgram = WebAssembly.compileStreaming && answer.headers.get("content-type") === "application/wasm";
  return isProgram ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/// Puts the functions of the rest into the first part's table. To do that twice changes nothing.
async function putRest(module, first) {
  if (isRestThere) return;
  await WebAssembly.instantiate(module, { first });
  isRestThere = true;
}

/// The program needs the rest now.
function bringRest() {
  if (isRestThere) return;
  const request = new XMLHttpRequest();
  request.open("GET", REST, false);
  // Only as text may an answer be waited for; each of these letters is a byte.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${request.responseURL}: ${request.status}`);
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { first: wasm });
  isRestThere = true;
}

const shown = document.documentElement;

/// Where a page needs the whole program, its parts come side by side.
async function restForStart() {
  if (shown.hasAttribute("data-whole") || location.search) rest ??= await compiledRest();
}

new MutationObserver((_, watch) => {
  if (shown.dataset.state !== "ready") return;
  watch.disconnect();
  // Where it does not come now, it is asked for again when it is needed.
  if (!isRestThere) compiledRest().then((module) => putRest(module, wasm)).catch(() => {});
}).observe(shown, { attributeFilter: ["data-state"] });
