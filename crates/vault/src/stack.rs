//! What a thread leaves behind on its stack. Freed memory is overwritten by the program's allocator; a stack is not,
//! and the system gives the stack of a thread that ended to the next one as it is.

/// Deeper than our handlers reach; a thread's whole stack is 2 MB.
const DEPTH: usize = 384 * 1024;

/// Overwrites, when it is dropped, the part of this thread's stack that was in use below.
pub struct Swept;

impl Drop for Swept {
    fn drop(&mut self) {
        overwrite();
    }
}

#[inline(never)]
fn overwrite() {
    let mut below = [0u8; DEPTH];
    std::hint::black_box(&mut below);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_deep_in_its_work_has_room_to_be_swept() {
        let deep = std::thread::spawn(|| {
            let _swept = Swept;
            std::hint::black_box([1u8; DEPTH])[DEPTH / 2]
        });
        assert_eq!(deep.join().unwrap(), 1);
    }
}
