//! The program that drives a Chromium for us, from its start to its end.

use crate::BETWEEN_LOOKS;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// The driver's process, and what ends with it.
pub(crate) struct Driver {
    port: u16,
    process: Child,
    // Kept open: the driver would die of its next line otherwise.
    output: Lines<BufReader<ChildStdout>>,
    // The driver leaves profiles behind when it is shut down, so they lie in a folder of ours.
    profiles: PathBuf,
}

/// The driver takes a free port for IPv4 and then wants the same for IPv6, which another may have.
const ATTEMPTS: usize = 5;

/// How long an ending browser may take.
const PATIENCE: Duration = Duration::from_secs(10);

impl Driver {
    /// Starts the program on a free port of its own choice.
    pub(crate) async fn start(program: &str) -> Result<Driver, String> {
        let mut started = try_start(program).await;
        for _ in 1..ATTEMPTS {
            if started.is_ok() {
                break;
            }
            started = try_start(program).await;
        }
        started
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Driver {
    /// Ends in the driver's own way, which closes the browser: killing the driver alone would leave
    /// Chromium running. When that fails the process is killed; nobody is left to tell.
    fn drop(&mut self) {
        drop(shut_down(self.port));
        let started = Instant::now();
        while matches!(self.process.try_wait(), Ok(None)) && started.elapsed() < PATIENCE {
            std::thread::sleep(BETWEEN_LOOKS);
        }
        drop(std::fs::remove_dir_all(&self.profiles));
    }
}

fn shut_down(port: u16) -> std::io::Result<()> {
    let mut stream = TcpStream::connect_timeout(&SocketAddr::from(([127, 0, 0, 1], port)), PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    stream.read_to_end(&mut Vec::new()).map(drop)
}

async fn try_start(program: &str) -> Result<Driver, String> {
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let profiles = std::env::temp_dir().join(format!("bagyt-browser-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&profiles).map_err(|error| error.to_string())?;
    let process = Command::new(program)
        .arg("--port=0")
        .env("TMPDIR", &profiles)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn();
    let mut process = process.map_err(|error| error.to_string())?;
    let output = BufReader::new(process.stdout.take().ok_or("it has no output")?).lines();
    let mut driver = Driver { port: 0, process, output, profiles };
    while let Ok(Some(line)) = driver.output.next_line().await {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            driver.port = port.trim_end_matches('.').parse().map_err(|_| format!("it says: {line}"))?;
            return Ok(driver);
        }
    }
    Err("it names no port".into())
}
