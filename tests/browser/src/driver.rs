//! The program that drives a browser for us, from its start to its end.

use crate::BETWEEN_LOOKS;
use crate::engine::Engine;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// The driver's process, and what ends with it.
pub(crate) struct Driver {
    port: u16,
    process: std::process::Child,
    // The screen that a browser without a headless mode is shown on.
    screen: Option<Screen>,
    // The driver leaves profiles behind when it is shut down, so they lie in a folder of ours.
    profiles: PathBuf,
}

/// Another may take the free port before the driver does, for IPv4 or for IPv6.
const ATTEMPTS: usize = 5;

/// How long a browser may take to start or to end.
const PATIENCE: Duration = Duration::from_secs(20);

impl Driver {
    /// Starts the engine's driver on a free port.
    pub(crate) async fn start(engine: Engine) -> Result<Driver, String> {
        let mut started = try_start(engine).await;
        for _ in 1..ATTEMPTS {
            if started.is_ok() {
                break;
            }
            started = try_start(engine).await;
        }
        started
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends a session in the driver's own way, which closes the browser: killing the driver alone
    /// would leave that running. When this fails nobody is left to tell.
    pub(crate) fn end_session(&self, session: &str) {
        drop(ask(self.port, &format!("DELETE /session/{session}")));
    }

    async fn answers(&mut self) -> Result<(), String> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.process.try_wait().map_err(|error| error.to_string())? {
                return Err(format!("it ended at once ({status})"));
            }
            if ask(self.port, "GET /status").is_ok_and(|answer| answer.contains("\"ready\"")) {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err("it does not answer".into())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its profiles can go once it has.
        drop(self.process.kill().and_then(|()| self.process.wait()));
        drop(self.screen.take());
        drop(std::fs::remove_dir_all(&self.profiles));
    }
}

/// A screen that nobody looks at; it is gone when this is dropped.
struct Screen {
    number: String,
    _process: Child,
}

impl Screen {
    /// Starts `Xvfb`, which picks a free number and says which.
    async fn start() -> Result<Screen, String> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let process = xvfb.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true).spawn();
        let mut process = process.map_err(|error| format!("Xvfb: {error}"))?;
        let mut output = BufReader::new(process.stdout.take().ok_or("Xvfb has no output")?).lines();
        match output.next_line().await {
            Ok(Some(number)) => Ok(Screen { number, _process: process }),
            _ => Err("Xvfb names no screen".into()),
        }
    }
}

/// Asks the driver, and waits for its whole answer.
fn ask(port: u16, what: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&SocketAddr::from(([127, 0, 0, 1], port)), PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "{what} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    // The drivers of WebKit and Firefox may keep the line open; their answers are JSON, closed by a brace.
    while !answer.ends_with(b"}") {
        match stream.read(&mut part)? {
            0 => break,
            read => answer.extend_from_slice(part.get(..read).unwrap_or_default()),
        }
    }
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

async fn try_start(engine: Engine) -> Result<Driver, String> {
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let profiles = std::env::temp_dir().join(format!("bagyt-browser-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&profiles).map_err(|error| error.to_string())?;
    let screen = if engine == Engine::WebKit { Some(Screen::start().await?) } else { None };
    // Not every driver tells which port it took, so each is given one that was free a moment ago.
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|socket| socket.local_addr());
    let port = free.map_err(|error| error.to_string())?.port();
    let mut command = std::process::Command::new(engine.driver());
    command.arg(format!("--port={port}")).env("TMPDIR", &profiles);
    if engine == Engine::Firefox {
        // Else the browser's own door has a fixed number, which two browsers would want.
        command.arg("--websocket-port=0");
    }
    if let Some(screen) = &screen {
        // Its sandbox cannot be built as root or inside a container; it shows nothing but our pages.
        command.env("DISPLAY", format!(":{}", screen.number)).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        // What sites leave on the device lies where the profile of others does.
        command.env("XDG_DATA_HOME", &profiles).env("XDG_CACHE_HOME", &profiles).env("XDG_CONFIG_HOME", &profiles);
    }
    let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let process = process.map_err(|error| error.to_string())?;
    let mut driver = Driver { port, process, screen, profiles };
    driver.answers().await?;
    Ok(driver)
}
