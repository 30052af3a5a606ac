//! Each picture is uploaded once.

use std::fs;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use image::ImageFormat;
use weixin_draft_pictures::{Cache, CacheError, Origin, Pictures, Problem, Uploaded};

use crate::support::{encoded, photo, scratch};

/// A vendor that numbers what it gets.
#[derive(Default)]
struct Vendor(AtomicUsize);

impl Vendor {
    fn take(&self) -> Uploaded {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Uploaded { address: format!("http://mmbiz.qpic.cn/{number}"), media_id: None }
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

#[test]
fn the_same_picture_is_uploaded_once_and_failures_stay_their_own() {
    let folder = scratch("same");
    let png = encoded(photo(40, 30), ImageFormat::Png);
    fs::write(folder.join("a.png"), &png).unwrap();
    fs::write(folder.join("copy.png"), &png).unwrap();
    fs::write(folder.join("page.png"), "<p>").unwrap();
    let vendor = Vendor::default();
    let addresses = ["a.png", "page.png", "copy.png", "a.png", "none.png", "./a.png", "a.png?1"];
    let taken = Pictures::new(&folder).upload(&addresses, |_| Ok(vendor.take()));
    assert_eq!(vendor.count(), 1);
    assert_eq!(taken.iter().map(|taken| &*taken.address).collect::<Vec<_>>(), addresses);
    for (position, taken) in taken.iter().enumerate() {
        match (position, &taken.result) {
            (1, result) => assert_eq!(*result, Err(Problem::NotAPicture)),
            (4, result) => assert!(matches!(result, Err(Problem::Read(_)))),
            (_, result) => assert_eq!(result.as_ref().unwrap().address, "http://mmbiz.qpic.cn/0"),
        }
    }
}

#[test]
fn the_next_run_uploads_nothing_but_what_is_new_to_the_account() {
    let folder = scratch("cache");
    fs::write(folder.join("a.png"), encoded(photo(40, 30), ImageFormat::Png)).unwrap();
    let path = folder.join("cache/pictures.json");
    let vendor = Vendor::default();
    let mut origins = Vec::new();
    for account in ["one", "one", "two", "one"] {
        let pictures = Pictures::new(&folder).cache(Cache::new(&path, account));
        let taken = pictures.upload(&["a.png"], |_| Ok(vendor.take()));
        origins.push(taken[0].result.as_ref().unwrap().origin);
    }
    let (new, old) = (Origin::Uploaded, Origin::Remembered);
    assert_eq!(origins, [new, old, new, old]);
    assert_eq!(vendor.count(), 2);

    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let pictures = Pictures::new(&folder).cache(Cache::new(&path, "one"));
    let taken = pictures.upload(&["a.png"], |_| Ok(vendor.take()));
    let Origin::UploadedNotRemembered(error) = taken[0].result.as_ref().unwrap().origin else {
        panic!("{taken:?}");
    };
    let error: CacheError = error;
    assert!(error.to_string().contains("cannot be read or written"));
}

#[test]
fn a_failed_upload_is_told_and_not_remembered() {
    let folder = scratch("failed");
    fs::write(folder.join("a.png"), encoded(photo(40, 30), ImageFormat::Png)).unwrap();
    let path = folder.join("pictures.json");
    let pictures = Pictures::new(&folder).cache(Cache::new(&path, "one"));
    let taken = pictures.upload(&["a.png", "a.png"], |_| Err("no".to_owned()));
    for taken in taken {
        assert_eq!(taken.result, Err(Problem::Upload("no".to_owned())));
    }
    assert!(!path.exists());
}

#[test]
fn many_at_a_time_share_one_cache() {
    let folder = scratch("many");
    let addresses: Vec<String> = (0..40).map(|number| format!("{number}.png")).collect();
    for (number, address) in (10..).zip(&addresses) {
        fs::write(folder.join(address), encoded(photo(number, 8), ImageFormat::Png)).unwrap();
    }
    let path = folder.join("pictures.json");
    let vendor = Vendor::default();
    let busy = Mutex::new((0, 0));
    thread::scope(|scope| {
        for half in addresses.chunks(20) {
            let (folder, path, vendor, busy) = (&folder, &path, &vendor, &busy);
            scope.spawn(move || {
                let pictures = Pictures::new(folder)
                    .jobs(NonZero::new(8).unwrap())
                    .cache(Cache::new(path, "one"));
                let taken = pictures.upload(half, |_| {
                    let enter = |change: i32| {
                        let mut busy = busy.lock().unwrap();
                        busy.0 += change;
                        busy.1 = busy.1.max(busy.0);
                    };
                    enter(1);
                    thread::sleep(std::time::Duration::from_millis(5));
                    enter(-1);
                    Ok(vendor.take())
                });
                assert!(taken.iter().all(|taken| taken.result.is_ok()));
            });
        }
    });
    assert_eq!(vendor.count(), 40);
    assert!(busy.lock().unwrap().1 > 2, "several at a time");
    let pictures = Pictures::new(&folder).cache(Cache::new(&path, "one"));
    pictures.upload(&addresses, |_| Ok(vendor.take()));
    assert_eq!(vendor.count(), 40, "the file holds what both wrote");
}
