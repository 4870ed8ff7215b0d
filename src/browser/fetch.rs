use super::breath::Breath;
use crate::snapshot::{PIECE, Pause, Work};
use gloo_net::http::Request;
use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    AbortController, AbortSignal, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, RequestCache,
    Response,
};

/// Milliseconds without a byte after which an answer is no longer waited for.
const PATIENCE: i32 = 20_000;

/// A file that is coming.
pub(super) struct Answer {
    url: String,
    /// What is not read to its end need not come.
    _stop: Stop,
    reader: Option<ReadableStreamDefaultReader>,
    /// How many bytes there will be, where that is known.
    pub total: Option<usize>,
    /// Whether it is the copy that the service worker keeps.
    pub is_kept: bool,
}

/// Asks for a file; one that `is_fresh` is asked of the host, whatever the browser keeps.
///
/// # Errors
/// A line for the reader's publisher: the address, and the status or the browser's words.
pub(super) async fn fetch(url: String, is_fresh: bool) -> Result<Answer, String> {
    let stop = Stop(AbortController::new().ok());
    let response: Response = soon(&url, asked(url.clone(), is_fresh, stop.signal())).await?.unchecked_into();
    // A part of a file, or nothing, is no success of ours.
    if response.status() != 200 {
        return Err(format!("{url}: HTTP {}", response.status()));
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let is_kept = header(KEPT).is_some();
    // Compressed answers count compressed bytes, so their length says nothing of ours.
    let packed = header("content-encoding").is_some();
    let is_gzip = !packed && url.split('?').next().is_some_and(|file| file.ends_with(".gz"));
    let total = header("content-length").filter(|_| !packed && !is_gzip).and_then(|length| length.parse().ok());
    let body = match response.body() {
        Some(body) if is_gzip => Some(unpacked(&body).map_err(|_| format!("{url}: DecompressionStream"))?),
        body => body,
    };
    Ok(Answer { url, _stop: stop, reader: body.map(|body| body.get_reader().unchecked_into()), total, is_kept })
}

impl Answer {
    /// Hands all bytes over while they come, a piece at a time and without holding the page up, with
    /// how many have come. They are kept as they came where that is asked for.
    ///
    /// # Errors
    /// As those of [`fetch`].
    pub async fn read(
        &self,
        breath: &Breath,
        kept: Option<&js_sys::Array>,
        take: &mut dyn FnMut(&[u8], usize),
    ) -> Result<(), String> {
        let (mut piece, mut come) = (vec![0; PIECE], 0);
        while let Some(bytes) = self.next().await? {
            if let Some(kept) = kept {
                kept.push(&bytes);
            }
            for start in (0..bytes.length()).step_by(PIECE) {
                breath.breathe(Work::Bytes, come, self.total.unwrap_or(0)).await;
                let part = bytes.subarray(start, bytes.length().min(start + PIECE as u32));
                let piece = &mut piece[..part.length() as usize];
                part.copy_to(piece);
                come += piece.len();
                take(piece, come);
            }
        }
        Ok(())
    }

    /// The next bytes; nothing at the end.
    async fn next(&self) -> Result<Option<Uint8Array>, String> {
        let Some(reader) = &self.reader else { return Ok(None) };
        let chunk = soon(&self.url, reader.read()).await?;
        let field = |name: &str| js_sys::Reflect::get(&chunk, &name.into()).unwrap_or_default();
        Ok((!field("done").is_truthy()).then(|| field("value").unchecked_into()))
    }
}

/// Ends a request when it is dropped: one that nobody waits for would hold a line to the host.
struct Stop(Option<AbortController>);

impl Stop {
    fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        if let Some(request) = &self.0 {
            request.abort();
        }
    }
}

/// The request as a promise, so that it can be given up like any other.
fn asked(url: String, is_fresh: bool, stop: Option<AbortSignal>) -> js_sys::Promise {
    let cache = if is_fresh { RequestCache::NoCache } else { RequestCache::Default };
    future_to_promise(async move {
        match Request::get(&url).cache(cache).abort_signal(stop.as_ref()).send().await {
            Ok(response) => Ok(Response::from(response).into()),
            Err(error) => Err(js_sys::Error::new(&error.to_string()).into()),
        }
    })
}

/// What a file that is compressed itself holds.
#[inline(never)]
fn unpacked(body: &ReadableStream) -> Result<ReadableStream, JsValue> {
    // Not among what `web_sys` knows.
    let kind = js_sys::Reflect::get(&js_sys::global(), &"DecompressionStream".into())?;
    let kind: js_sys::Function = kind.unchecked_into();
    let through = js_sys::Reflect::construct(&kind, &js_sys::Array::of1(&"gzip".into()))?;
    Ok(body.pipe_through(through.unchecked_ref::<ReadableWritablePair>()))
}

/// The header by which the service worker marks its copy; `src/sw.js` sets it.
const KEPT: &str = "bagyt-kept";

/// Waits for a promise, but no longer than [`PATIENCE`]; an error begins with the address.
async fn soon(url: &str, promised: js_sys::Promise) -> Result<JsValue, String> {
    let mut timer = None;
    let late = js_sys::Promise::new(&mut |_, reject| {
        timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE).ok();
    });
    let answer = JsFuture::from(js_sys::Promise::race(&js_sys::Array::of2(&promised, &late))).await;
    if let Some(timer) = timer {
        window().clear_timeout_with_handle(timer);
    }
    // The timer has no words of its own.
    answer.map_err(|error| match error.dyn_ref::<js_sys::Error>() {
        Some(error) => format!("{url}: {}", error.message()),
        None => format!("{url}: > {} s", PATIENCE / 1000),
    })
}
