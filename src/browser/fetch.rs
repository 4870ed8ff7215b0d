use gloo_net::http::Request;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

/// A text, and whether it is the copy that the service worker keeps.
pub type Fetched = (String, bool);

/// Fetches a text, telling how many bytes have come and how many there will be, where known.
///
/// # Errors
/// A line for the reader's publisher: the address, and the status or the browser's words.
pub async fn text(url: &str, progress: fn(usize, Option<usize>)) -> Result<Fetched, String> {
    let response = Request::get(url).send().await.map_err(|error| format!("{url}: {error}"))?;
    if !response.ok() {
        return Err(format!("{url}: {} {}", response.status(), response.status_text()));
    }
    let kept = response.headers().get(KEPT).is_some();
    // Compressed answers count compressed bytes, so their length says nothing of ours.
    let packed = response.headers().get("content-encoding").is_some();
    let total = response.headers().get("content-length").filter(|_| !packed).and_then(|length| length.parse().ok());
    let Some(body) = response.body() else { return Ok((String::new(), kept)) };
    let is_gzip = !packed && url.split('?').next().is_some_and(|file| file.ends_with(".gz"));
    let body = if is_gzip { unpacked(&body).map_err(|error| format!("{url}: {error:?}"))? } else { body };
    let total = total.filter(|_| !is_gzip);
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes: Vec<u8> = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|error| format!("{url}: {error:?}"))?;
        let field = |name: &str| js_sys::Reflect::get(&chunk, &name.into()).unwrap_or_default();
        if field("done").is_truthy() {
            break;
        }
        let part: js_sys::Uint8Array = field("value").unchecked_into();
        let start = bytes.len();
        bytes.resize(start + part.length() as usize, 0);
        part.copy_to(&mut bytes[start..]);
        progress(bytes.len(), total);
    }
    let text = String::from_utf8(bytes).map_err(|error| format!("{url}: {error}"))?;
    Ok((text, kept))
}

/// What a file that is compressed itself holds.
fn unpacked(body: &ReadableStream) -> Result<ReadableStream, JsValue> {
    // Not among what `web_sys` knows.
    let kind = js_sys::Reflect::get(&js_sys::global(), &"DecompressionStream".into())?;
    let kind: js_sys::Function = kind.unchecked_into();
    let through = js_sys::Reflect::construct(&kind, &js_sys::Array::of1(&"gzip".into()))?;
    Ok(body.pipe_through(through.unchecked_ref::<ReadableWritablePair>()))
}

/// The header by which the service worker marks its copy; `src/sw.js` sets it.
const KEPT: &str = "bagyt-kept";
