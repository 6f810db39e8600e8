//! One run of the built program on hostile input, and what holds for every such run.
//!
//! The address space is bounded by the shell's `ulimit -v`, so that memory without bounds is a crash and not a slow
//! machine. Nothing is said of how long a run takes, but one that takes minutes is taken for one that never ends.

use crate::support::Call;
use serde_json::Value;
use std::io::Read;
use std::process::{Command, Output, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// In KiB, as `ulimit` counts: 2 GiB.
const ADDRESS_SPACE: u64 = 2 << 20;

/// No input of these tests takes a hundredth of this, whatever the machine.
const NEVER_ENDS: Duration = Duration::from_secs(300);

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

/// Runs `call` and asks for what holds whatever the input is. `what` names the input for whoever reads the failure.
pub(crate) fn survives(call: &Call, what: &str) -> Ended {
    match outcome(call) {
        Ok(ended) => ended,
        Err(complaint) => panic!("{what}: {complaint}"),
    }
}

/// The same, as a value: for inputs that are taken apart until one is left.
pub(crate) fn outcome(call: &Call) -> Result<Ended, String> {
    let output = run(call.command())?;
    let stderr = String::from_utf8(output.stderr).map_err(|_| "standard error is not UTF-8".to_owned())?;
    let code = match output.status.code() {
        Some(code @ 0..=2) if !stderr.contains("panicked at") => code,
        _ => return Err(format!("{}\n{}", output.status, start_of(&stderr))),
    };
    let ended = Ended { code, stdout: output.stdout, stderr };
    if code == 2 { says_why(&ended).map(|()| ended) } else { Ok(ended) }
}

/// A run that ends with 2 either has an error, with what to do next, or a report that names its problems.
fn says_why(ended: &Ended) -> Result<(), String> {
    if ended.stdout.is_empty() {
        let named = ended.stderr.lines().any(|line| line.starts_with("error: ") && line.len() > "error: ".len() + 8);
        return if named { Ok(()) } else { Err(format!("no error is named\n{}", start_of(&ended.stderr))) };
    }
    let Ok(report) = serde_json::from_slice::<Value>(&ended.stdout) else { return Ok(()) };
    let problems = report["problems"].as_array().map(Vec::as_slice).unwrap_or_default();
    let told = |name: &str| problems.iter().all(|problem| problem[name].as_str().is_some_and(|text| !text.is_empty()));
    if problems.is_empty() || !told("path") || !told("message") {
        return Err("a report without problems ends with 2, or a problem does not say what and where".to_owned());
    }
    Ok(())
}

fn start_of(text: &str) -> String {
    text.chars().take(2_000).collect()
}

/// Runs a command within the bounds, its input closed unless `command` says otherwise.
fn run(command: Command) -> Result<Output, String> {
    let mut bounded = bounded(&command);
    bounded.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = bounded.spawn().map_err(|error| format!("it does not start: {error}"))?;
    let stdout = drained(child.stdout.take());
    let stderr = drained(child.stderr.take());
    let started = Instant::now();
    let mut pause = Duration::from_micros(200);
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if started.elapsed() < NEVER_ENDS => std::thread::sleep(pause),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err("it does not end".to_owned());
            }
            Err(error) => return Err(format!("it cannot be waited for: {error}")),
        }
        pause = (pause * 2).min(Duration::from_millis(10));
    };
    let read = |thread: JoinHandle<Vec<u8>>| thread.join().map_err(|_| "its output cannot be read".to_owned());
    Ok(Output { status, stdout: read(stdout)?, stderr: read(stderr)? })
}

fn drained(stream: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// The same command in a shell that bounds its address space, where the system has such bounds.
pub(crate) fn bounded(command: &Command) -> Command {
    let mut bounded = if cfg!(target_os = "linux") {
        let mut shell = Command::new("/bin/sh");
        shell.arg("-c").arg(format!("ulimit -v {ADDRESS_SPACE}; exec \"$0\" \"$@\"")).arg(command.get_program());
        shell
    } else {
        Command::new(command.get_program())
    };
    bounded.args(command.get_args()).env_clear();
    bounded.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(folder) = command.get_current_dir() {
        bounded.current_dir(folder);
    }
    bounded
}

#[cfg(target_os = "linux")]
#[test]
fn the_bounds_hold() {
    let mut greedy = Command::new("/bin/sh");
    greedy.args(["-c", "ulimit -v"]);
    let output = run(greedy).expect("a shell runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), ADDRESS_SPACE.to_string());
}
