// Keeps the site on the reader's device, so that it opens without a network: the program, one
// empty page that serves for every address, and the last snapshot that could be shown.
//
// `bagyt site` fills this in: `version` is a digest of the program, `files` are what it is made
// of, `shell` is the page without content, `marks` are the names by which pages of this version
// are known, `packed` is the file that `unpack.js`, which stands behind, is for. Where it is empty, as under
// `trunk serve`, no page registers this worker.
const BUNDLE = null;

const ROOT = new URL("./", location.href);
// Sites in other folders of the same host have stores of their own.
const OURS = `bagyt:${ROOT.pathname}:`;
const PROGRAM = OURS + BUNDLE.version;
const SNAPSHOTS = OURS + "snapshot";
const SNAPSHOT = new URL("snapshot.json", ROOT).href;
// Milliseconds that the network may take where the device has an answer too.
const PATIENCE = 5000;
// When the network was last waited for in vain; who has waited for a page does not wait for its data again.
let dead = -Infinity;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  // A page sends a snapshot that is to be kept, or its reader's wish for this version.
  event.waitUntil(event.data instanceof Blob ? keep(event.data) : skipWaiting());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return;
  const path = url.pathname.slice(ROOT.pathname.length);
  if (request.mode === "navigate") {
    if (/^((kk|ru|en)(\/.*)?|index\.html)?$/.test(path)) event.respondWith(page(request, path));
  } else if (path === "snapshot.json") {
    event.respondWith(snapshot(request, url.searchParams.has("kept")));
  } else if (BUNDLE.files.includes(path)) {
    event.respondWith(file(request, path));
  }
});

async function install() {
  const store = await caches.open(PROGRAM);
  await Promise.all(BUNDLE.files.map(async (path) => {
    const url = new URL(path, ROOT).href;
    const take = async (cache) => {
      const answer = await fetch(url, { cache });
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      // What is packed is unpacked once, here, and not by each page.
      await store.put(url, path === BUNDLE.packed ? opened(answer) : answer);
    };
    // What the page has fetched already is not fetched again: a file's name changes with its content.
    // But where this worker was published before its files, what is kept may be that there are none.
    await take("force-cache").catch(() => take("reload"));
  }));
}

/// Whatever other versions kept goes; pages that have none take this one.
async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== PROGRAM && name !== SNAPSHOTS);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

async function keep(file) {
  const store = await caches.open(SNAPSHOTS);
  const headers = { "content-type": "application/json", "bagyt-kept": "yes" };
  await store.put(SNAPSHOT, new Response(file, { headers }));
}

/// A page of this version, as the host has it. Of another version only the reader's wish makes a
/// page, so until then, and without a network, the program makes it from the snapshot.
async function page(request, path) {
  try {
    const answer = await soon(fetch(request));
    // A redirection, a page for a missing address, and the root, which only sends to a language.
    const passes = !answer.ok && answer.status < 500 || !path.includes("/");
    const html = passes || await soon(answer.clone().text());
    if (passes || BUNDLE.marks.every((mark) => html.includes(mark))) return answer;
  } catch {
    // No network, or none to speak of.
    dead = Date.now();
  }
  const html = BUNDLE.shell.replaceAll('="/', () => `="${ROOT.pathname}`);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/// The network's, else the one that was kept.
async function snapshot(request, keptOnly) {
  const store = await caches.open(SNAPSHOTS);
  const kept = await store.match(SNAPSHOT);
  if (keptOnly) return kept ?? new Response(null, { status: 404 });
  try {
    // Asked of the host each time: its answer may be a short "as before".
    const asked = fetch(request, { cache: "no-cache" });
    const answer = await (kept ? soon(asked, Date.now() - dead < PATIENCE ? 0 : PATIENCE) : asked);
    return answer.ok ? answer : kept ?? answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function file(request, path) {
  const store = await caches.open(PROGRAM);
  return (await store.match(new URL(path, ROOT).href)) ?? fetch(request);
}

function soon(answer, patience = PATIENCE) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, patience);
    answer.then(resolve, reject);
  });
}
