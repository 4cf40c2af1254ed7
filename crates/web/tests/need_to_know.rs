//! Every page and every operation as every role meets it, held against the table of roles. Which action a route asks
//! for stands in `need_to_know.txt`; a route without a line there fails.

use crate::served::{Served, served_as};
use access::{Action, Role};
use std::collections::{BTreeMap, BTreeSet};
use web::api::operation::Verb;

/// Who may come to a route.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asks {
    /// Also who is not signed in.
    Nobody,
    /// Everybody who is signed in, about themselves.
    SignIn,
    /// Any of these.
    Actions(Vec<Action>),
}

/// The reviewed table: a method, a path, and what it asks for.
fn table() -> BTreeMap<String, Asks> {
    let lines = include_str!("need_to_know.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = |line: &str| {
        let (route, asks) = line.split_once(" | ").unwrap_or_else(|| panic!("{line}"));
        let asks = match asks {
            "nobody" => Asks::Nobody,
            "a sign-in" => Asks::SignIn,
            actions => Asks::Actions(
                actions.split(" or ").map(|key| Action::from_key(key).unwrap_or_else(|| panic!("{line}"))).collect(),
            ),
        };
        (route.to_owned(), asks)
    };
    lines.map(read).collect()
}

/// Every route of the pages, from the one map there is, and every operation.
fn routes() -> BTreeSet<String> {
    let map = include_str!("../src/routes.rs");
    let mut found = BTreeSet::new();
    for call in map.split(".route(\"").skip(1) {
        let (path, rest) = call.split_once('"').expect("a path ends");
        let handlers = rest.split("\n        .").next().unwrap_or_default();
        if ["page(", "at_desk(", "get("].iter().any(|mark| handlers.contains(mark)) {
            found.insert(format!("GET {path}"));
        }
        if ["act(", "post("].iter().any(|mark| handlers.contains(mark)) {
            found.insert(format!("POST {path}"));
        }
    }
    found.extend(web::api::operations().iter().map(|operation| {
        let verb = match operation.verb {
            Verb::Get => "GET",
            Verb::Post => "POST",
            Verb::Delete => "DELETE",
        };
        format!("{verb} {}{}", web::api::UNDER, operation.path)
    }));
    found
}

/// A path whose parts mean nothing: what is refused is refused whatever they name.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{*path}" => "icon.svg",
        "{before}" | "{row}" => "2",
        part if part.starts_with('{') => "06dsab5kg1urr6di0on5sfqs18",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// What a role is answered.
fn asked(server: &Served, route: &str, cookie: &str, token: &str) -> u16 {
    let (method, path) = route.split_once(' ').expect("a method and a path");
    let bearer = format!("Bearer {token}");
    let program = path.starts_with(web::api::UNDER);
    let kind = if program { "application/json" } else { "application/x-www-form-urlencoded" };
    let credentials = if program { ("authorization", bearer.as_str()) } else { ("cookie", cookie) };
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", kind), credentials];
    let headers: Vec<_> = headers.into_iter().filter(|(_, value)| *value != "Bearer ").collect();
    server.ask(method, &filled(path), &headers, if program && method == "POST" { "{}" } else { "" }).status
}

/// These end the sign-in that asks, so nothing could be asked after them.
fn ends(route: &str) -> bool {
    let path = route.split(' ').nth(1).unwrap_or_default();
    ["/sign-out", "/lock", "/locked", "/sign-in"].iter().any(|end| path.ends_with(end))
}

#[test]
fn sec01_every_route_lets_in_whom_the_table_of_roles_lets_in_and_nobody_else() {
    let (table, routes) = (table(), routes());
    let missing: Vec<_> = routes.iter().filter(|route| !table.contains_key(*route)).collect();
    let gone: Vec<_> = table.keys().filter(|route| !routes.contains(*route)).collect();
    let mut wrong = Vec::new();
    let mut refused: BTreeMap<&String, Vec<Role>> = BTreeMap::new();
    for role in Role::of_people() {
        // Whoever asks for every file there is in one minute is told to wait: two of them ask for half each.
        let servers = [served_as(role), served_as(role)];
        let keys = servers.each_ref().map(|server| (server.sign_in(), server.token()));
        for (at, route) in routes.iter().filter(|route| !ends(route)).enumerate() {
            let (server, (cookie, token)) = (&servers[at % 2], &keys[at % 2]);
            let status = asked(server, route, cookie, token);
            if status == 403 {
                refused.entry(route).or_default().push(role);
            }
            let may = match table.get(route) {
                Some(Asks::Actions(actions)) => actions.iter().any(|action| role.may(*action)),
                Some(_) => true,
                None => continue,
            };
            // A part of the path that means nothing is looked up first on some pages, and is not found.
            let fits = if may { status != 403 && status != 401 } else { matches!(status, 403 | 404) };
            if !fits || status >= 500 {
                wrong.push(format!("{} at {route}: {status}", role.key()));
            }
        }
    }
    let guess = |route: &&String| {
        let kept_out: Vec<Role> = refused.get(*route).cloned().unwrap_or_default();
        let fits = |action: &&Action| Role::of_people().all(|role| role.may(**action) != kept_out.contains(&role));
        let words: Vec<_> = Action::ALL.iter().filter(fits).map(|action| action.key()).collect();
        format!("{route} | {}", if kept_out.is_empty() { "a sign-in".to_owned() } else { words.join(" / ") })
    };
    let missing: Vec<String> = missing.iter().map(guess).collect();
    assert!(missing.is_empty(), "routes without a line:\n{}", missing.join("\n"));
    assert!(gone.is_empty(), "lines without a route: {gone:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sec01_without_a_sign_in_nothing_opens_but_what_says_so() {
    let (table, server) = (table(), served_as(Role::Caseworker));
    let closed = table.iter().filter(|(route, asks)| **asks != Asks::Nobody && !ends(route));
    for (route, _) in closed {
        let status = asked(&server, route, "", "");
        assert!(matches!(status, 303 | 401), "{route}: {status}");
    }
}
