# Each recipe is one line; `cargo xtask` does the work.

# The practice organisation with invented people
demo:
    cargo run --release -- demo

# Every test, installing what this machine lacks
test:
    cargo xtask test

# What every change must pass
ci:
    cargo xtask ci

# The Debian package
package:
    cargo xtask package

# Rules that no compiler knows
tidy:
    cargo xtask tidy

# The pictures of the README
screenshots:
    cargo xtask screenshots
