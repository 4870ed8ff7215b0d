//! A static server on a free port of this machine: [`Files`] over HTTP, with a log of requests.

use crate::files::{Answer, Files, Overlay, Trouble};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::{JoinHandle, JoinSet};

/// The server; it stops when it is dropped.
pub struct Server {
    origin: String,
    folder: String,
    shared: Arc<Shared>,
    listening: JoinHandle<()>,
}

/// One answered request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub path: String,
    pub status: u16,
    /// Bytes of the answer's body, as they went over the line.
    pub bytes: usize,
}

struct Shared {
    files: Mutex<Files>,
    log: Mutex<Vec<Request>>,
    /// Ends of the paths that are answered later, when `released` says so.
    held: Mutex<Vec<String>>,
    released: Notify,
    compressed: AtomicBool,
}

impl Server {
    /// Serves `root` below `folder`, which begins and ends with a slash.
    pub async fn start(root: &Path, folder: &str) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port of this machine is free");
        let address = listener.local_addr().expect("a bound socket has an address");
        let files = Mutex::new(Files::new(root, folder));
        let shared = Arc::new(Shared {
            files,
            log: Mutex::default(),
            held: Mutex::default(),
            released: Notify::new(),
            compressed: AtomicBool::new(false),
        });
        let listening = tokio::spawn(listen(listener, Arc::clone(&shared)));
        Server { origin: format!("http://{address}"), folder: folder.to_owned(), shared, listening }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of the bundle's folder, with its slash.
    pub fn base(&self) -> String {
        format!("{}{}", self.origin, self.folder)
    }

    /// Serves this content in the place of a file, named relative to the bundle's folder.
    pub fn replace(&self, file: &str, content: impl Into<Vec<u8>>) {
        hold(&self.shared.files).overlay(file, Overlay::Content(content.into()));
    }

    /// Answers 404 for a file.
    pub fn hide(&self, file: &str) {
        hold(&self.shared.files).overlay(file, Overlay::Missing);
    }

    /// Serves a file as a host in trouble does.
    pub fn trouble(&self, file: &str, trouble: Trouble) {
        hold(&self.shared.files).overlay(file, Overlay::Trouble(trouble));
    }

    /// Serves the real file again.
    pub fn lift(&self, file: &str) {
        hold(&self.shared.files).lift(file);
    }

    /// Lets every request for a path that ends so wait.
    pub fn hold(&self, end: &str) {
        hold(&self.shared.held).push(end.to_owned());
    }

    /// Answers what waits.
    pub fn release(&self) {
        hold(&self.shared.held).clear();
        self.shared.released.notify_waiters();
    }

    /// Status and text of a file or page below the bundle's folder, as a program that is no browser
    /// gets them.
    pub async fn get(&self, path: &str) -> (u16, String) {
        let host = self.origin.trim_start_matches("http://");
        let request = format!("GET {}{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", self.folder);
        let mut answer = Vec::new();
        let mut stream = TcpStream::connect(host).await.expect("the server listens");
        stream.write_all(request.as_bytes()).await.expect("the server takes a request");
        stream.read_to_end(&mut answer).await.expect("the server answers");
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        let status = head.split_whitespace().nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        (status, body.to_owned())
    }

    /// From now on sends what can be smaller as gzip, as GitHub Pages does.
    pub fn compress(&self) {
        self.shared.compressed.store(true, Ordering::Relaxed);
    }

    /// Every request so far, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        hold(&self.shared.log).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// Another test thread that failed while holding the lock left nothing half-written behind.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Takes connections until it is dropped, which ends those that are open too.
async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    let mut open = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let shared = Arc::clone(&shared);
        // A browser that goes away in the middle of an answer is no failure.
        open.spawn(async move { drop(serve(stream, &shared).await) });
        while open.try_join_next().is_some() {}
    }
}

/// One request a connection keeps this short; on one machine it costs nothing.
async fn serve(mut stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            // Browsers open connections ahead of need and close them unused.
            Err(_) => return Ok(()),
        }
    }
    let head = String::from_utf8_lossy(&head);
    let mut words = head.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = decode(target.split(['?', '#']).next().unwrap_or_default());
    loop {
        // Asked for before the look, so that no release falls between the two.
        let released = shared.released.notified();
        if !hold(&shared.held).iter().any(|end| path.ends_with(end)) {
            break;
        }
        released.await;
    }
    let mut answer = hold(&shared.files).answer(&path);
    let packed = shared.compressed.load(Ordering::Relaxed) && answer.kind != "image/png";
    if packed {
        answer.body = gzip(&answer.body)?;
    }
    hold(&shared.log).push(Request { path, status: answer.status, bytes: answer.body.len() });
    if answer.trouble == Some(Trouble::Dropped) {
        return stream.shutdown().await;
    }
    stream.write_all(header(&answer, packed).as_bytes()).await?;
    if matches!(answer.trouble, Some(Trouble::Cut | Trouble::Stalled)) {
        stream.write_all(&answer.body[..answer.body.len() / 2]).await?;
        stream.flush().await?;
        if answer.trouble == Some(Trouble::Stalled) {
            // Until the reader's browser has waited enough.
            stream.read_u8().await.ok();
        }
        return stream.shutdown().await;
    }
    if method != "HEAD" {
        stream.write_all(&answer.body).await?;
    }
    stream.shutdown().await
}

/// The same bytes, compressed.
pub fn gzip(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(body)?;
    packer.finish()
}

fn header(answer: &Answer, packed: bool) -> String {
    let Answer { status, kind, location, body, .. } = answer;
    let location = location.as_ref().map_or(String::new(), |to| format!("Location: {to}\r\n"));
    let packed = if packed { "Content-Encoding: gzip\r\n" } else { "" };
    // Never kept, so that a file replaced between two visits is seen at once.
    format!(
        "HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{location}{packed}\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )
}

/// Undoes percent-encoding; what is no UTF-8 then names no file of ours.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|hex| u8::from_str_radix(str::from_utf8(hex).ok()?, 16).ok());
        match code.filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
