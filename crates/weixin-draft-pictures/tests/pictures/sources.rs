//! What is read, and what is not.

use std::fs;
use std::io::ErrorKind;

use image::ImageFormat;
use weixin_draft_pictures::{Format, Pictures, Problem};

use crate::support::{encoded, photo, scratch};

#[test]
fn files_of_the_folder_are_read_however_their_path_is_written() {
    let folder = scratch("folder");
    let png = encoded(photo(20, 20), ImageFormat::Png);
    fs::create_dir(folder.join("图 片")).unwrap();
    fs::write(folder.join("图 片/a b.png"), &png).unwrap();
    fs::write(folder.join("100%.png"), &png).unwrap();
    let absolute = folder.join("100%.png").to_str().unwrap().to_owned();
    let url = format!("file://{}", folder.join("图 片/a b.png").to_str().unwrap());
    for address in [
        "图 片/a b.png",
        "./图%20片/a%20b.png?v=1#x",
        " 100%.png ",
        "图 片/../100%.png",
        &absolute,
        &url,
    ] {
        let inspected = Pictures::new(&folder).inspect(address);
        assert_eq!(inspected.format, Some(Format::Png), "{address} {:?}", inspected.fitted);
    }
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_read() {
    use std::os::unix::fs::symlink;

    let root = scratch("outside");
    let folder = root.join("folder");
    fs::create_dir(&folder).unwrap();
    let png = encoded(photo(20, 20), ImageFormat::Png);
    fs::write(root.join("out.png"), &png).unwrap();
    fs::write(folder.join("in.png"), &png).unwrap();
    symlink("../out.png", folder.join("leads-out.png")).unwrap();
    symlink("in.png", folder.join("stays-in.png")).unwrap();
    symlink("/dev/zero", folder.join("device.png")).unwrap();
    let absolute = root.join("out.png").to_str().unwrap().to_owned();
    let url = format!("file://{absolute}");
    let pictures = Pictures::new(&folder);
    let problem = |address: &str| pictures.inspect(address).fitted.unwrap_err();
    for address in [
        "../out.png",
        "..%2Fout.png",
        "../none.png",
        "leads-out.png",
        "device.png",
        "/dev/zero",
        "/etc/passwd",
        &absolute,
        &url,
    ] {
        assert_eq!(problem(address), Problem::OutsideFolder, "{address}");
    }
    assert_eq!(problem("none.png"), Problem::Read(ErrorKind::NotFound));
    assert_eq!(problem("."), Problem::NotAFile);
    assert!(pictures.inspect("stays-in.png").fitted.is_ok());

    let pictures = Pictures::new(&folder).outside_folder(true);
    for address in ["../out.png", "leads-out.png", &absolute, &url] {
        assert!(pictures.inspect(address).fitted.is_ok(), "{address}");
    }
    for address in ["/dev/zero", "device.png"] {
        assert_eq!(pictures.inspect(address).fitted, Err(Problem::NotAFile), "{address}");
    }
}

#[test]
fn other_addresses_say_what_is_wrong() {
    for (address, problem) in [
        ("http://127.0.0.1/a.png", Problem::NotPublic),
        ("//2130706433/a.png", Problem::NotPublic),
        ("ftp://example.com/a.png", Problem::Scheme),
        ("http://", Problem::BadAddress),
        ("{{ cover }}", Problem::Placeholder),
        ("IMAGE_URL", Problem::Placeholder),
        ("https://example.com/${name}.png", Problem::Placeholder),
        ("data:image/png;base64,*", Problem::BadData),
        ("data:text/html,<p>", Problem::NotAPicture),
    ] {
        assert_eq!(Pictures::new(".").inspect(address).fitted, Err(problem), "{address}");
    }
}
