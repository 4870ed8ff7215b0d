//! The command `bagyt`, as a publisher calls it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const FIRST: &str = include_str!("first.json");

/// A file of its own for each test.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).expect("the tests' folder can be written to");
    file
}

fn bagyt(arguments: &[&OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bagyt")).args(arguments).output().expect("the command was built with this test")
}

/// What it prints, says beside that, and exits with.
fn told(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

fn check(file: &Path, language: &str, printed: &str, said: &str, exit: i32) {
    let (out, beside, code) = told(&bagyt(&["check".as_ref(), file.as_os_str(), "--lang".as_ref(), language.as_ref()]));
    assert_eq!(out, printed);
    assert_eq!(beside, format!("{}: {said}\n", file.display()));
    assert_eq!(code, Some(exit));
}

#[test]
fn a_problem_is_told_with_its_line_and_in_the_language_asked_for() {
    check(&file("fine.json", FIRST), "en", "", "0 problems, 0 warnings", 0);
    let amount = FIRST.lines().position(|line| line.contains("\"amount\"")).expect("it has money") + 1;
    let negative = file("negative.json", FIRST.replacen("\"amount\": ", "\"amount\": -", 1));
    let (out, ..) = told(&bagyt(&["check".as_ref(), negative.as_os_str()]));
    assert!(out.ends_with(&format!("expected zero or more (line {amount})\n")), "{out}");
    let text = FIRST.replacen("\"date\": \"2021-05", "\"date\": \"31.05.2021", 1);
    let line = text.lines().position(|line| line.contains("\"31.05")).expect("it has a date") + 1;
    let (out, beside, code) = told(&bagyt(
        &["check", file("date.json", text).to_str().expect("it is ASCII"), "--lang", "ru"].map(OsStr::new),
    ));
    assert!(out.starts_with("ошибка ") && out.ends_with(&format!(" (строка {line})\n")), "{out}");
    assert!(beside.ends_with(": 1 ошибка, 0 предупреждений; не будет показано элементов: 1\n"), "{beside}");
    assert_eq!(code, Some(1));
    let broken = "critical (file): found “x”, expected the end of the file (JSON, line 1, column 4)\n";
    check(&file("broken.json", "{} x"), "en", broken, "1 problem, 0 warnings; the whole file is refused", 1);
}

#[test]
fn what_people_write_who_know_other_ways_is_hinted_at() {
    let hinted = |name: &str, from: &str, to: &str, hint: &str| {
        assert!(FIRST.contains(from), "{from}");
        let (out, ..) = told(&bagyt(&["check".as_ref(), file(name, FIRST.replacen(from, to, 1)).as_os_str()]));
        assert!(out.trim_end().ends_with(hint), "{to}: {out}");
    };
    let number = "; a number has a decimal point, no spaces, no commas and no zero before it: 1234.5";
    for (place, written) in ["380 000", "380,5", "0380"].into_iter().enumerate() {
        hinted(&format!("number-{place}.json"), "\"value\": 380", &format!("\"value\": {written}"), number);
    }
    hinted("quotes.json", "\"format\"", "“format”", "; quotes are straight ones: \"");
    let workbook = told(&bagyt(&["check".as_ref(), file("book.json", b"PK\x03\x04").as_os_str()])).0;
    assert!(workbook.contains("a workbook"), "{workbook}");
}

#[test]
fn a_file_may_be_compressed_or_come_in() {
    let packed = {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(FIRST.as_bytes()).and_then(|()| packed.finish()).expect("memory has room")
    };
    check(&file("packed.json.gz", &packed), "en", "", "0 problems, 0 warnings", 0);
    let counted = |name: &OsStr| told(&bagyt(&["query".as_ref(), name, "scope=all".as_ref()])).0;
    let counts = counted(file("counted.json.gz", &packed).as_os_str());
    assert_eq!(counts, counted(file("counted.json", FIRST).as_os_str()));
    assert!(counts.starts_with("shown\t\t"), "{counts}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_bagyt"));
    let run = command.args(["check", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut run = run.spawn().expect("the command was built with this test");
    run.stdin.take().expect("it is piped").write_all(&packed).expect("it is read");
    assert_eq!(told(&run.wait_with_output().expect("it ends")).1, "-: 0 problems, 0 warnings\n");
}

#[test]
fn help_is_no_fault_and_a_fault_is_named() {
    let words = |words: &[&str]| told(&bagyt(&words.iter().map(OsStr::new).collect::<Vec<_>>()));
    for asked in [["help"].as_slice(), &["--help"], &["-h"], &["check", "--help"]] {
        let (out, beside, code) = words(asked);
        assert!(out.starts_with("usage: ") && beside.is_empty() && code == Some(0), "{asked:?}: {beside}");
    }
    assert_eq!(words(&["--version"]).0, format!("bagyt {}\n", env!("CARGO_PKG_VERSION")));
    for (given, fault) in [
        ([].as_slice(), "no command is given"),
        (&["chek", "x"], "there is no command `chek`"),
        (&["synth", "--records", "10"], "`synth` takes other arguments"),
        (&["synth", "--records", "10", "--seed", "x"], "--seed takes a whole number, not `x`"),
        (&["check", "x", "--lang", "de"], "`de` is none of kk, ru and en"),
    ] {
        let (out, beside, code) = words(given);
        assert!(beside.starts_with(&format!("bagyt: {fault}\n")) && beside.contains("usage: "), "{given:?}: {beside}");
        assert!(out.is_empty() && code == Some(2), "{given:?}: {code:?}");
    }
}

#[test]
fn a_folder_that_is_no_bundle_keeps_its_snapshot() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no-bundle");
    fs::create_dir_all(&folder).expect("the tests' folder can be written to");
    let snapshot = folder.join("snapshot.json");
    fs::write(&snapshot, FIRST).expect("the tests' folder can be written to");
    let (_, beside, code) = told(&bagyt(&["site".as_ref(), folder.as_os_str()]));
    assert!(beside.contains("index.html") && code == Some(1), "{beside}");
    assert_eq!(fs::read_to_string(&snapshot).expect("it was there"), FIRST);
}

#[cfg(unix)]
#[test]
fn a_name_need_not_be_a_text_and_nobody_need_listen() {
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"no-such-\xff.json");
    assert_eq!(told(&bagyt(&["check".as_ref(), name])).2, Some(2));
    let (_, listener) = std::io::pipe().expect("there are pipes");
    let status = Command::new(env!("CARGO_BIN_EXE_bagyt")).args(["check", "no-such-file"]).stderr(listener).status();
    assert_eq!(status.expect("the command was built with this test").code(), Some(2));
}
