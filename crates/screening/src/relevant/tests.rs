use super::*;

fn holds(expression: &str) -> bool {
    let several = Answer::Several(["a".to_owned(), "b".to_owned()].into());
    let one = Answer::One("x".to_owned());
    let number = Answer::Number(12.0);
    let numbered = Answer::One("1".to_owned());
    let given = |name: &str| match name {
        "yes" => Some(&Answer::Yes),
        "several" => Some(&several),
        "one" => Some(&one),
        "numbered" => Some(&numbered),
        "hours" => Some(&number),
        "rather-not" => Some(&Answer::RatherNot),
        _ => None,
    };
    Relevant::read(expression).unwrap().holds(&given)
}

#[test]
fn what_was_answered_decides() {
    for yes in [
        "${yes} = 'yes'",
        "${yes}=\"yes\" and ${one} != 'y'",
        "selected(${several}, 'b') and not(selected(${several}, 'c'))",
        "${hours} >= 12 and ${hours} < 13 or ${yes} = 'no'",
        "( ${one} = 'y' or ${one} = 'x' ) and ${hours} > '11'",
        "${one} = ‘x’",
        "${numbered} = 1 and ${numbered} = '1'",
        "selected(${one}, 'x')",
        "${nothing} = ''",
        "${nothing} != 'yes'",
    ] {
        assert!(holds(yes), "{yes}");
    }
}

#[test]
fn what_is_not_known_equals_nothing() {
    for no in [
        "${nothing} = 'no'",
        "${rather-not} = 'no'",
        "${nothing} < 5",
        "${nothing} >= 5",
        "selected(${nothing}, 'x')",
        "${nothing} != ''",
        "${one} < 'z'",
    ] {
        assert!(!holds(no), "{no}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    let deep = format!("{}${{a}} = 1{}", "(".repeat(50), ")".repeat(50));
    for (wrong, says) in [
        ("${a}", "a comparison is missing"),
        ("${a} = ${b}", "with a text in quotation marks or a number alone"),
        ("count(${a}) > 1", "“count” is not understood"),
        ("${a} = 'x", "not closed"),
        ("${a = 'x'", "not closed"),
        ("(${a} = 'x'", "A “)” is missing"),
        ("${a} = 'x' ${b}", "is not expected"),
        ("selected('x', ${a})", "begins with a question"),
        ("", "ends too early"),
        (deep.as_str(), "too deeply"),
        ("${a} = 'ក' ក", "“ក” is not understood"),
    ] {
        let said = Relevant::read(wrong).unwrap_err();
        assert!(said.contains(says), "{wrong}: {said}");
    }
}
