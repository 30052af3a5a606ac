//! The functions that `weixin_draft.wasm` exports.
//!
//! A host allocates room for the input and for the options, fills both, and
//! calls a function with their places. The function takes both over, and
//! answers with the place of its JSON: the pointer in the upper 32 bits, the
//! length in the lower. The host reads it and releases it.
#![allow(
    unsafe_code,
    reason = "a function is exported by `no_mangle`, and its caller names memory by address"
)]

/// Room for `length` bytes, zeroed. Given back by [`release`], or by the
/// function that takes it as its argument.
#[unsafe(no_mangle)]
extern "C" fn allocate(length: usize) -> *mut u8 {
    leak(vec![0; length])
}

/// Gives memory back, with the length that it was allocated with.
#[unsafe(no_mangle)]
extern "C" fn release(pointer: *mut u8, length: usize) {
    drop(take(pointer, length));
}

macro_rules! export {
    ($($name:ident)*) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name(
            input: *mut u8,
            input_length: usize,
            options: *mut u8,
            options_length: usize,
        ) -> u64 {
            call(crate::$name, &take(input, input_length), &take(options, options_length))
        }
    )*};
}

export! {
    check check_content fix images replace_images convert_news_item crop_fit rules errcode json_schema
}

fn call(function: fn(&[u8], &[u8]) -> String, input: &[u8], options: &[u8]) -> u64 {
    let answer = function(input, options).into_bytes();
    let length = answer.len() as u64;
    (leak(answer) as u64) << 32 | length
}

fn leak(bytes: Vec<u8>) -> *mut u8 {
    Box::leak(bytes.into_boxed_slice()).as_mut_ptr()
}

fn take(pointer: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: pointer and length come from `leak`, which the caller promises, and
    // nobody uses them afterwards. A module has one thread and one memory.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(pointer, length)) }
}
