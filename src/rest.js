
// The program comes in two parts (`split/`). This part of its script brings the second: by itself
// once the page is there, before the program starts where the page says that it needs it, and at
// once, with the page waiting, where the program runs into a function of it before that.
const REST = import.meta.url.replace(/\.js$/, "_rest.wasm");
let rest, isRestThere = false;

/// Puts the functions of the rest into the first part's table.
function putRest(module) {
  if (isRestThere) return;
  isRestThere = true;
  new WebAssembly.Instance(module, { first: wasm });
}

async function compiledRest() {
  const answer = await fetch(REST);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const isProgram = answer.headers.get("content-type") === "application/wasm";
  return isProgram ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

function bringRest() {
  if (isRestThere) return;
  const request = new XMLHttpRequest();
  request.open("GET", REST, false);
  // Only as text may an answer be waited for; each of these letters is a byte.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${request.responseURL}: ${request.status}`);
  putRest(new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0))));
}

const shown = document.documentElement;

/// Where a page needs the whole program, its parts come side by side.
async function restForStart() {
  if (shown.hasAttribute("data-whole") || /[?&]snapshot=/.test(location.search)) rest ??= await compiledRest();
}

new MutationObserver((_, watch) => {
  if (shown.dataset.state !== "ready") return;
  watch.disconnect();
  // Where it does not come now, it is asked for again when it is needed.
  if (!isRestThere) compiledRest().then(putRest, () => {});
}).observe(shown, { attributeFilter: ["data-state"] });
