use gloo_net::http::Request;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response};

/// A text, and whether it is the copy that the service worker keeps.
pub type Fetched = (String, bool);

/// Milliseconds without a byte after which an answer is no longer waited for.
const PATIENCE: i32 = 20_000;

/// Fetches a text, telling how many bytes have come and how many there will be, where known.
///
/// # Errors
/// A line for the reader's publisher: the address, and the status or the browser's words.
pub async fn text(url: &str, progress: fn(usize, Option<usize>)) -> Result<Fetched, String> {
    let failed = |error: JsValue| match error.dyn_ref::<js_sys::Error>() {
        Some(error) => format!("{url}: {}", error.message()),
        None => format!("{url}: > {} s", PATIENCE / 1000),
    };
    let response: Response = soon(asked(url.to_owned())).await.map_err(failed)?.unchecked_into();
    if !response.ok() {
        return Err(format!("{url}: {} {}", response.status(), response.status_text()));
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let kept = header(KEPT).is_some();
    // Compressed answers count compressed bytes, so their length says nothing of ours.
    let packed = header("content-encoding").is_some();
    let total = header("content-length").filter(|_| !packed).and_then(|length| length.parse().ok());
    let Some(body) = response.body() else { return Ok((String::new(), kept)) };
    let is_gzip = !packed && url.split('?').next().is_some_and(|file| file.ends_with(".gz"));
    let body = if is_gzip { unpacked(&body).map_err(|error| format!("{url}: {error:?}"))? } else { body };
    let total = total.filter(|_| !is_gzip);
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes: Vec<u8> = Vec::new();
    loop {
        let chunk = soon(reader.read()).await.map_err(failed)?;
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

/// The request as a promise, so that it can be given up like any other.
fn asked(url: String) -> js_sys::Promise {
    future_to_promise(async move {
        match Request::get(&url).send().await {
            Ok(response) => Ok(Response::from(response).into()),
            Err(error) => Err(js_sys::Error::new(&error.to_string()).into()),
        }
    })
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

/// What is promised, unless it takes longer than anybody would wait; the error is then no `Error`.
async fn soon(promised: js_sys::Promise) -> Result<JsValue, JsValue> {
    let mut timer = None;
    let late = js_sys::Promise::new(&mut |_, reject| {
        timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE).ok();
    });
    let answer = JsFuture::from(js_sys::Promise::race(&js_sys::Array::of2(&promised, &late))).await;
    if let Some(timer) = timer {
        window().clear_timeout_with_handle(timer);
    }
    answer
}
