//! The options by which members are told, by e-mail and push, that something waits.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use web::deliver::alerts::Wanted;
use web::deliver::mail::Mailer;
use web::deliver::push::Pushes;

#[derive(clap::Args)]
pub struct Alerting {
    /// The server that takes letters for members: smtps://user@host, or smtp://user@host:587 with STARTTLS. Its
    /// passphrase is read from --smtp-passphrase-file or from SAFECONDUCT_SMTP_PASSPHRASE.
    #[arg(long, value_name = "URL", env = "SAFECONDUCT_SMTP", requires = "mail_from")]
    smtp: Option<String>,
    /// A file that holds the mail server's passphrase and nothing else.
    #[arg(long, value_name = "FILE", requires = "smtp")]
    smtp_passphrase_file: Option<PathBuf>,
    /// Who letters come from: an address, with a name or without. Take one that does not say what this is for.
    #[arg(long, value_name = "ADDRESS", env = "SAFECONDUCT_MAIL_FROM")]
    mail_from: Option<String>,
    /// Sends pushes to members' browsers, through the services of the browsers' makers. Whom these may write to when
    /// something is wrong: mailto: and an address.
    #[arg(long, value_name = "mailto:ADDRESS")]
    push_contact: Option<String>,
    /// A service for pushes of your own, by host, and port if it is another than 443. May be given several times.
    #[arg(long, value_name = "HOST", requires = "push_contact")]
    push_service: Vec<String>,
}

impl Alerting {
    pub fn wanted(self) -> Result<Wanted> {
        let passphrase = self.passphrase()?;
        let mail = match (self.smtp, self.mail_from) {
            (Some(url), Some(from)) => Some(Mailer::new(&url, passphrase, &from).map_err(anyhow::Error::msg)?),
            _ => None,
        };
        let services = self.push_service;
        let push = self.push_contact.map(|contact| Pushes::new(&contact, services).map_err(anyhow::Error::msg));
        Ok(Wanted { mail, push: push.transpose()? })
    }

    /// Never an option: the list of processes shows those to everybody on the machine.
    #[allow(clippy::disallowed_methods)] // This is the edge at which the environment is read.
    fn passphrase(&self) -> Result<Option<String>> {
        let Some(file) = &self.smtp_passphrase_file else {
            return Ok(std::env::var("SAFECONDUCT_SMTP_PASSPHRASE").ok().filter(|_| self.smtp.is_some()));
        };
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("The file of --smtp-passphrase-file cannot be read: {}.", file.display()))?;
        match text.trim() {
            "" => bail!("The file of --smtp-passphrase-file is empty."),
            passphrase => Ok(Some(passphrase.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(clap::Parser)]
    struct Options {
        #[command(flatten)]
        alerting: Alerting,
    }

    fn wanted(options: &[&str]) -> Result<Wanted> {
        Options::try_parse_from([&["x"], options].concat())?.alerting.wanted()
    }

    #[test]
    fn nothing_is_sent_unless_it_is_wanted() {
        let nothing = wanted(&[]).unwrap();
        assert!(nothing.mail.is_none() && nothing.push.is_none());
        let both =
            ["--smtp", "smtp://localhost", "--mail-from", "desk@example.org", "--push-contact", "mailto:a@b.org"];
        let both = wanted(&both).unwrap();
        assert!(both.mail.is_some() && both.push.is_some());
    }

    #[test]
    fn the_passphrase_of_the_mail_server_comes_from_a_file_and_is_no_option() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("passphrase");
        let with_file = |url| {
            wanted(&[
                "--smtp",
                url,
                "--mail-from",
                "desk@example.org",
                "--smtp-passphrase-file",
                file.to_str().unwrap(),
            ])
        };
        assert!(with_file("smtps://desk@mail.example.org").is_err(), "the file is not there");
        std::fs::write(&file, "four words of its own\n").unwrap();
        assert!(with_file("smtps://desk@mail.example.org").is_ok());
        assert!(
            wanted(&["--smtp", "smtps://desk:secret@mail.example.org", "--mail-from", "desk@example.org"]).is_err()
        );
        assert!(wanted(&["--smtp", "smtps://mail.example.org"]).is_err(), "nobody to come from");
    }
}
