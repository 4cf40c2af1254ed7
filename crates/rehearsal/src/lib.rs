//! An organisation for tests: real keys, a real database in a folder that goes with it, nobody real.

use access::member::{self, NewMember, Welcome};
use access::organisation::{self, Founded, NewOrganisation, Openers};
use access::sign_in::{Credentials, sign_in};
use access::{Cx, Keyring, Role, command};
use base::{Instant, UserId};
use std::path::Path;
use store::Store;
use store::log::KEY_FILE;
use vault::merkle::Frontier;
use vault::{Signer, checkpoint};

/// The moment at which every rehearsal begins: 16 January 2026, noon in Phnom Penh.
pub const START: Instant = Instant::from_millis(1_768_539_600_000);

/// Repeatable bytes: a hash of a counter.
pub struct TestRng(pub u64);

impl rand_core::TryRng for TestRng {
    type Error = core::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        self.try_next_u64().map(|n| n as u32)
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        self.0 += 1;
        let hash = vault::digest(&[&self.0.to_be_bytes()]);
        Ok(u64::from_be_bytes([hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]]))
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        for chunk in bytes.chunks_mut(8) {
            let word = self.try_next_u64()?.to_be_bytes();
            chunk.copy_from_slice(&word[..chunk.len()]);
        }
        Ok(())
    }
}

impl rand_core::TryCryptoRng for TestRng {}

/// Names a PostgreSQL database in which every test makes a schema of its own; without it tests run on SQLite.
pub const DATABASE: &str = "SAFECONDUCT_TEST_DATABASE";

/// An empty registry on the engine that the tests are run for.
#[expect(clippy::disallowed_methods, reason = "which engine tests run on is said by whoever runs them")]
pub fn new_store(folder: &Path) -> Store {
    match std::env::var(DATABASE) {
        Ok(url) => Store::create_on(folder, &in_new_schema(folder, &url)),
        Err(_) => Store::create(folder),
    }
    .expect("a new database")
}

/// The address of a schema of its own, named as the folder, which no other test has.
fn in_new_schema(folder: &Path, url: &str) -> String {
    let name = folder.file_name().and_then(|name| name.to_str()).expect("a folder with a name");
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let name = format!("t{name}{}", std::process::id());
    let mut client = postgres::Client::connect(url, postgres::NoTls).expect("the database of the tests");
    client.batch_execute(&format!("create schema {name}")).expect("a new schema");
    let sign = if url.contains('?') { '&' } else { '?' };
    format!("{url}{sign}options=-csearch_path%3D{name}")
}

/// What somebody can do who has the folder with its `log.key`: puts an end to the log that its entries give, and
/// signs it, so that everything inside fits again.
pub fn sign_anew(folder: &Path, store: &Store, end: &Frontier) {
    let key = std::fs::read(folder.join(KEY_FILE)).expect("the key of the log");
    let (key, origin) = key.split_at(32);
    let origin = std::str::from_utf8(origin).expect("the name of the log");
    let note = checkpoint::sign(origin, end, &Signer::from_slice(key).expect("a key"));
    let bytes = data_encoding::HEXLOWER.encode(&end.to_bytes());
    let bytes = match folder.join(store::ADDRESS_FILE).exists() {
        true => format!("'\\x{bytes}'"),
        false => format!("x'{bytes}'"),
    };
    store.tamper(&format!("update log_head set frontier = {bytes}, note = '{note}'")).expect("a new end");
}

/// One organisation with two casework teams and a mission.
pub struct House {
    pub folder: tempfile::TempDir,
    pub store: Store,
    pub founded: Founded,
    pub rng: TestRng,
    pub now: Instant,
}

impl House {
    pub fn open() -> House {
        House::of_chance(0)
    }

    /// Another organisation, whose ids and keys are its own.
    pub fn open_another() -> House {
        House::of_chance(1 << 40)
    }

    fn of_chance(begin: u64) -> House {
        let folder = tempfile::tempdir().expect("a folder for a test");
        let mut rng = TestRng(begin);
        let store = new_store(folder.path());
        let teams = [("Response", "casework"), ("Mission", "mission"), ("Shelter", "shelter")]
            .map(|(n, k)| (n.to_owned(), k.to_owned()));
        let founded = organisation::found(&store, &NewOrganisation { name: "Harbour", teams: &teams }, START, &mut rng);
        House { folder, store, founded: founded.expect("a new organisation"), rng, now: START }
    }

    /// Adds a member to a team by its number, or to none.
    pub fn add(&mut self, name: &str, role: Role, team: Option<usize>) -> Welcome {
        let team = team.map(|n| &self.founded.teams[n]);
        let new = NewMember { name, role, team: team.map(|t| t.id), passphrase: None };
        let prepared = member::prepare(&new, self.now, &mut self.rng).expect("a valid member");
        let keys = team.map(|t| t.keys.clone()).unwrap_or_default();
        let nobody = UserId::from_bytes([0; 16]);
        self.store
            .write(|tx| member::add(tx, prepared, &keys, nobody, self.now, &mut self.rng))
            .expect("a member added")
    }

    /// Adds a member and signs in.
    pub fn enter(&mut self, name: &str, role: Role, team: Option<usize>) -> Keyring {
        let welcome = self.add(name, role, team);
        let code = welcome.totp.code(self.now);
        let given = Credentials { name, passphrase: &welcome.passphrase, code: &code };
        sign_in(&self.store, &given, self.now, &mut self.rng).expect("a sign-in")
    }

    /// Runs a command a second later than the last.
    pub fn run<T>(&mut self, keys: &mut Keyring, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> access::Result<T> {
        self.now = self.now.plus_millis(1000);
        command(&self.store, keys, self.now, &mut self.rng, work)
    }

    /// What the recovery papers open: everything.
    pub fn openers(&self) -> Openers {
        organisation::openers(&self.founded.teams)
    }
}
