//! Programs meet a stranger: schemathesis reads the document that is served and asks for everything in it, rightly and
//! wrongly, as a caseworker and as an administrator. No answer may be a fault of ours, or a status or a form that the
//! document does not name.

use crate::run::{Outcome, cannot_start, environment, heading, must, release_binary, root};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

const VERSION: &str = "schemathesis==4.32.5";
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
/// What ends the probing itself; the stories try these.
const LEFT_TO_STORIES: [&str; 4] = ["post-lock", "post-sign-out", "post-passphrase", "delete-sign-ins-id"];
const ROLES: [&str; 2] = ["caseworker", "administrator"];
/// Examples for each operation; `SAFECONDUCT_EXAMPLES` asks for more.
const EXAMPLES: &str = "10";

/// By hand, with the binary that is there.
pub fn alone() -> Outcome {
    match probe()? {
        (_, 0) => Ok(()),
        (_, failed) => Err(format!("As {failed} of {} roles something was not as the document says.", ROLES.len())),
    }
}

/// Says how many roles' probes passed and how many failed.
pub fn probe() -> Outcome<(usize, usize)> {
    heading("A stranger at the interface for programs");
    let program = installed()?;
    let demo = Demo::start()?;
    let examples = environment("SAFECONDUCT_EXAMPLES").unwrap_or_else(|| EXAMPLES.to_owned());
    let (mut passed, mut failed) = (0, 0);
    for role in ROLES {
        let token = demo.token(role)?;
        let mut asking = Command::new(&program);
        asking.current_dir(root().join("target")).arg("run").arg(format!("{}/api/v1/openapi.json", demo.address()));
        asking.args(["--header", &format!("Authorization: Bearer {token}"), "--checks", CHECKS]);
        asking.args(["--max-examples", &examples, "--phases", "examples,coverage,fuzzing", "--seed", "1"]);
        asking.args([
            "--no-color",
            "--warnings",
            "off",
            "--generation-database",
            "none",
            "--suppress-health-check",
            "all",
        ]);
        LEFT_TO_STORIES.iter().for_each(|id| _ = asking.args(["--exclude-operation-id", id]));
        let status = asking.stdin(Stdio::null()).status().map_err(|error| cannot_start(&asking, &error))?;
        println!(
            "As {role}: {}.",
            if status.success() { "every answer is as the document says" } else { "not as said" }
        );
        if status.success() { passed += 1 } else { failed += 1 }
    }
    Ok((passed, failed))
}

/// Schemathesis in a folder of its own, installed once.
fn installed() -> Outcome<PathBuf> {
    let folder = root().join("target/prober");
    let program = folder.join("bin/schemathesis");
    let mark = folder.join(VERSION);
    if !(program.exists() && mark.exists()) {
        must(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        must(Command::new(folder.join("bin/pip")).args(["install", "--quiet", "--disable-pip-version-check", VERSION]))
            .map_err(|why| format!("{why} Without schemathesis the interface for programs cannot be probed."))?;
        std::fs::write(&mark, "").map_err(|error| format!("{} cannot be written: {error}.", mark.display()))?;
    }
    Ok(program)
}

/// The practice organisation, for as long as it is held.
struct Demo {
    server: Child,
    /// The one line that it prints when it answers.
    said: String,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Demo {
    fn start() -> Outcome<Demo> {
        let mut command = Command::new(release_binary());
        command.args(["demo", "--port", "0", "--machine"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let server = command.spawn().map_err(|error| cannot_start(&command, &error))?;
        let mut demo = Demo { server, said: String::new() };
        let output = demo.server.stdout.take().expect("it was just piped");
        let read = BufReader::new(output).read_line(&mut demo.said);
        if read.is_ok() && demo.said.contains("address") {
            Ok(demo)
        } else {
            Err("The demonstration said nothing.".to_owned())
        }
    }

    fn address(&self) -> &str {
        text(&self.said, "address").unwrap_or_default()
    }

    /// Signs in with the member's last recovery code.
    fn token(&self, role: &str) -> Outcome<String> {
        let missing = || format!("The demonstration has no {role} who can sign in.");
        let member = self.said.split('{').find(|part| text(part, "role") == Some(role)).ok_or_else(missing)?;
        let (name, passphrase) = text(member, "name").zip(text(member, "passphrase")).ok_or_else(missing)?;
        let codes = member.split("\"codes\":[").nth(1).and_then(|rest| rest.split(']').next()).ok_or_else(missing)?;
        let code = codes.split('"').rfind(|part| part.len() > 3).ok_or_else(missing)?;
        let body = format!("{{\"name\":\"{name}\",\"passphrase\":\"{passphrase}\",\"code\":\"{code}\"}}");
        let answer =
            self.post("/api/v1/sign-in", &body).map_err(|error| format!("The demonstration is lost: {error}."))?;
        text(&answer, "token").map(str::to_owned).ok_or_else(|| format!("{role} was not let in: {answer}"))
    }

    fn post(&self, path: &str, body: &str) -> std::io::Result<String> {
        let host = self.address().trim_start_matches("http://");
        let mut line = TcpStream::connect(host)?;
        write!(
            line,
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = String::new();
        line.read_to_string(&mut answer)?;
        Ok(answer)
    }
}

/// The text of a field in JSON that we write ourselves: none of ours holds a quotation mark.
fn text<'t>(json: &'t str, field: &str) -> Option<&'t str> {
    json.split_once(&format!("\"{field}\":\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_its_name() {
        let json = r#"{"address":"http://localhost:1","members":[{"role":"auditor","codes":["ab","cd"]}]}"#;
        assert_eq!(text(json, "address"), Some("http://localhost:1"));
        assert_eq!(text(json.split('{').nth(2).unwrap(), "role"), Some("auditor"));
        assert_eq!(text(json, "name"), None);
    }
}
