//! `pictures` and `cover`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use weixin_draft_sandbox::{Sandbox, TOKEN};

use crate::support::{code, scratch, show, weixin_draft};

/// A folder with a picture, and a request that shows it twice, and one that is not there.
fn folder(test: &str) -> PathBuf {
    let folder = scratch(test);
    let grey = image::RgbImage::from_pixel(400, 300, image::Rgb([128; 3]));
    grey.save(folder.join("photo.bmp")).unwrap();
    let request = r#"{"media_id": "M", "index": 0, "articles": {"title": "T",
"content": "<img src=\"photo.bmp\"><i style='background: url(photo.bmp)'></i><img src=none.png>"}}"#;
    fs::write(folder.join("request.json"), request).unwrap();
    folder
}

#[cfg(unix)]
fn set_mode(file: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
fn mode_of(file: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn run_in(folder: &Path, arguments: &[&str]) -> String {
    show(&weixin_draft(arguments).current_dir(folder).output().unwrap())
}

#[test]
fn a_list_says_what_would_be_done() {
    let folder = folder("pictures-list");
    let shown = run_in(&folder, &["pictures", "request.json"]);
    assert_eq!(
        shown,
        "exit code 1\n--- stdout\n\
         2:24: <img src> photo.bmp\n    BMP, 361 KB: goes to media/uploadimg as JPEG, 4 KB\n\
         2:62: <i style> photo.bmp\n    BMP, 361 KB: goes to media/uploadimg as JPEG, 4 KB\n\
         2:87: <img src> none.png\n    \
         not taken: there is no such file: check the path, which begins at the request's folder\n\
         Places with a picture: 3; to be uploaded: 2, nothing to do: 0, cannot be taken: 1.\n"
    );
    let output = weixin_draft(&["pictures", "request.json", "--format", "json", "--lang", "zh"])
        .current_dir(&folder)
        .output()
        .unwrap();
    let places: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(places[1]["becomes"]["format"], "jpeg");
    assert_eq!((&places[1]["line"], &places[1]["column"]), (&2.into(), &62.into()));
    assert!(places[2]["problem"].as_str().unwrap().starts_with("文件不存在"));
}

#[test]
fn pictures_are_uploaded_once_and_the_request_is_written() {
    let folder = folder("pictures-upload");
    let sandbox = Sandbox::start().unwrap();
    let upload = |more: &[&str]| {
        let base_url = sandbox.base_url();
        let arguments = ["pictures", "request.json", "--upload", "--base-url", &base_url];
        let mut command = weixin_draft(&[&arguments, more].concat());
        command.env("WEIXIN_ACCESS_TOKEN", TOKEN).env("XDG_CACHE_HOME", &folder);
        command.current_dir(&folder).output().unwrap()
    };
    let first = upload(&["--account", "one"]);
    let shown = show(&first);
    assert_eq!(code(&first), 1, "{shown}");
    let new = fs::read_to_string(folder.join("request.json")).unwrap();
    let address = sandbox.pictures()[0].address.clone();
    let expected = new.replace("photo.bmp", &address);
    assert_eq!(String::from_utf8(first.stdout).unwrap(), expected);
    assert!(shown.contains("replaced: 2, nothing to do: 0, left as they were: 1"), "{shown}");

    #[cfg(unix)]
    set_mode(&folder.join("request.json"), 0o640);
    let second = upload(&["--account", "one", "--write"]);
    #[cfg(unix)]
    assert_eq!(mode_of(&folder.join("request.json")), 0o640, "the file keeps its mode");
    assert!(show(&second).contains("(uploaded before)"), "{}", show(&second));
    assert_eq!(sandbox.pictures().len(), 1);
    assert_eq!(fs::read_to_string(folder.join("request.json")).unwrap(), expected);
    fs::write(folder.join("request.json"), new).unwrap();
    for more in [&["--account", "two"][..], &["--account", "one", "--no-cache"], &[]] {
        upload(&[more, &["-o", "out.json"]].concat());
    }
    assert_eq!(sandbox.pictures().len(), 4);
    assert_eq!(upload(&["--format", "json"]).status.code(), Some(2));

    // A file beside the project knows nothing of the user's, and remembers by itself.
    let beside = ["-o", "out.json", "--cache", "uploads.json"];
    for _ in 0..2 {
        upload(&[&beside[..], &["--account", "one"]].concat());
        assert!(folder.join("uploads.json").is_file());
        assert_eq!(sandbox.pictures().len(), 5);
    }
    fs::write(folder.join("uploads.json"), "{").unwrap();
    let damaged = show(&upload(&[&beside[..], &["--account", "one"]].concat()));
    assert!(damaged.contains("was damaged: it begins anew"), "{damaged}");
    assert_eq!(fs::read(folder.join("uploads.json.damaged")).unwrap(), b"{");
    assert_eq!(sandbox.pictures().len(), 6);

    let nobodys = show(&upload(&beside));
    assert!(nobodys.contains("--cache"), "{nobodys}");
    assert_eq!(sandbox.pictures().len(), 7);

    sandbox.fail_next_of("media/uploadimg", weixin_draft_sandbox::Fault::errcode(45009));
    let refused = upload(&["-o", "out.json"]);
    assert_eq!(code(&refused), 3, "{}", show(&refused));
    assert!(show(&refused).contains("errcode 45009"), "{}", show(&refused));
    assert!(!show(&refused).contains("draft_update"), "{}", show(&refused));
}

#[test]
fn a_content_is_html_by_its_name() {
    let folder = folder("pictures-html");
    fs::write(folder.join("page.html"), "<img src=photo.bmp alt=\"\\u0061\">\n").unwrap();
    let shown =
        run_in(&folder, &["pictures", "page.html", "--upload", "--sandbox", "-o", "new.html"]);
    assert!(shown.starts_with("exit code 0"), "{shown}");
    let new = fs::read_to_string(folder.join("new.html")).unwrap();
    assert!(new.starts_with("<img src=http://127.0.0.1:") && new.ends_with(" alt=\"\\u0061\">\n"));
    assert!(run_in(&folder, &["pictures", "photo.bmp"]).starts_with("exit code 1"));
}

#[test]
fn a_cover_is_uploaded_with_its_crops() {
    let folder = folder("cover");
    let arguments = ["cover", "photo.bmp", "--sandbox", "--focus", "0,0.5", "--format", "json"];
    let output = weixin_draft(&arguments).current_dir(&folder).output().unwrap();
    let cover: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(cover["news"]["thumb_media_id"], "SANDBOX_PICTURE_1");
    assert_eq!(cover["news"]["pic_crop_1_1"], "0_0_0.75_1");
    assert_eq!(cover["newspic"]["cover_info"]["crop_percent_list"][0]["x2"], "0.75");
    let shown = run_in(&folder, &["cover", "../cli-cover/none.png", "--sandbox"]);
    assert!(shown.starts_with("exit code 1\n--- stderr\nerror: "), "{shown}");
    assert!(run_in(&folder, &["cover", "photo.bmp"]).starts_with("exit code 2"));
}

#[test]
fn a_push_takes_pictures_and_cover_along() {
    let folder = folder("push-pictures");
    let sandbox = Sandbox::start().unwrap();
    let base_url = sandbox.base_url();
    let push = |file: &str| {
        let arguments =
            ["push", file, "--pictures", "--cover", "photo.bmp", "--base-url", &base_url];
        let mut command = weixin_draft(&arguments);
        command.env("WEIXIN_ACCESS_TOKEN", TOKEN).current_dir(&folder).output().unwrap()
    };
    let refused = push("request.json");
    assert_eq!(code(&refused), 1);
    assert!(show(&refused).contains("none.png"), "{}", show(&refused));
    assert!(sandbox.requests().iter().all(|request| !request.path.contains("draft/update")));

    let request = fs::read_to_string(folder.join("request.json")).unwrap();
    let request = request.replace("<img src=none.png>", "").replace("\"M\"", "\"SANDBOX_NEWS\"");
    fs::write(folder.join("good.json"), request).unwrap();
    let pushed = push("good.json");
    assert_eq!(code(&pushed), 0, "{}", show(&pushed));
    let stored = sandbox.draft("SANDBOX_NEWS").unwrap();
    let article = &stored["news_item"][0];
    let pictures = sandbox.pictures();
    let (picture, cover) = (&pictures[pictures.len() - 2], &pictures[pictures.len() - 1]);
    assert_eq!(article["thumb_media_id"], cover.media_id.clone().unwrap());
    let crops = article["cover_info"]["crop_percent_list"].as_array().unwrap();
    assert_eq!(crops.len(), 2);
    let address = &picture.address;
    let content = format!(r#"<img src="{address}"><i style='background: url({address})'></i>"#);
    assert_eq!(article["content"], content);

    // What was uploaded by itself is the sandbox's own for every later command.
    let uploaded = pushed_request(&folder, address);
    fs::write(folder.join("uploaded.json"), uploaded).unwrap();
    let again = weixin_draft(&["push", "uploaded.json", "--base-url", &base_url])
        .env("WEIXIN_ACCESS_TOKEN", TOKEN)
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(code(&again), 0, "{}", show(&again));

    let newspic = r#"{"media_id": "M", "index": 0, "articles": {"article_type": "newspic"}}"#;
    fs::write(folder.join("newspic.json"), newspic).unwrap();
    let wrong = push("newspic.json");
    assert_eq!(code(&wrong), 2);
    assert!(show(&wrong).contains("the first picture of a newspic is its cover"));
}

#[test]
fn a_picture_message_is_made_of_files() {
    let folder = folder("add-newspic");
    fs::write(folder.join("text.txt"), "In bloom.\n").unwrap();
    let sandbox = Sandbox::start().unwrap();
    let base_url = sandbox.base_url();
    let add = |second: &str| {
        let arguments = [
            "add",
            "text.txt",
            "--newspic",
            "--title",
            "Garden",
            "--base-url",
            &base_url,
            "--images",
            "photo.bmp",
            second,
        ];
        let mut command = weixin_draft(&arguments);
        command.env("WEIXIN_ACCESS_TOKEN", TOKEN).current_dir(&folder).output().unwrap()
    };
    assert_eq!(code(&add("none.png")), 1);
    let grey = image::RgbImage::from_pixel(40, 30, image::Rgb([90; 3]));
    grey.save(folder.join("small.png")).unwrap();
    let added = add("small.png");
    assert_eq!(code(&added), 0, "{}", show(&added));
    let draft = sandbox.draft(String::from_utf8(added.stdout).unwrap().trim()).unwrap();
    let article = &draft["news_item"][0];
    assert_eq!((&article["title"], &article["content"]), (&"Garden".into(), &"In bloom.".into()));
    let list = article["image_info"]["image_list"].as_array().unwrap();
    let sizes: Vec<u32> = list
        .iter()
        .map(|image| {
            let id = image["image_media_id"].as_str().map(str::to_owned);
            let picture = sandbox.pictures().into_iter().rfind(|picture| picture.media_id == id);
            image::load_from_memory(&picture.unwrap().bytes).unwrap().width()
        })
        .collect();
    assert_eq!(sizes, [400, 40], "in the order in which they were named");
}

/// The good request of a folder with this address for its picture, and a cover.
fn pushed_request(folder: &Path, address: &str) -> String {
    let request = fs::read_to_string(folder.join("good.json")).unwrap();
    request.replace("photo.bmp", address).replace("\"T\",", "\"T\", \"thumb_media_id\": \"C\",")
}
