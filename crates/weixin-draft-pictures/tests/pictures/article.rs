//! An article with pictures of every kind, from a web server, files and itself, to the
//! sandbox.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::num::NonZero;
use std::thread;

use image::{DynamicImage, ImageFormat};
use weixin_draft::images;
use weixin_draft_client::{AccessToken, Client, PictureFile};
use weixin_draft_pictures::{
    Cache, Call, Document, Fitted, Format, Origin, Pictures, Problem, Uploaded,
};
use weixin_draft_sandbox::{Sandbox, TOKEN};

use crate::support::{animated_gif, encoded, photo, scratch, transparent, turned};

/// The vendor: a sandbox, and a client that calls it.
struct Vendor {
    sandbox: Sandbox,
    client: Client,
}

impl Vendor {
    fn start() -> Self {
        let sandbox = Sandbox::start().unwrap();
        let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
        Vendor { client: client.build().unwrap(), sandbox }
    }

    fn take(&self, picture: &Fitted) -> Result<Uploaded, String> {
        let (name, kind) = (picture.file_name(), picture.content_type());
        let file = PictureFile::new(picture.bytes.clone(), name, kind);
        match picture.call {
            Call::UploadImage => {
                let address = self.client.upload_image(file).map_err(|it| it.to_string())?;
                Ok(Uploaded { address, media_id: None })
            }
            Call::AddMaterial => {
                let material = self.client.add_material(file).map_err(|it| it.to_string())?;
                Ok(Uploaded { address: material.url, media_id: Some(material.media_id) })
            }
        }
    }
}

/// A web server; `/cut` ends in the middle, everything unknown is not found.
fn serve(files: BTreeMap<&'static str, Vec<u8>>) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let base = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let head: Vec<_> =
                lines.map_while(Result::ok).take_while(|it| !it.is_empty()).collect();
            let path = head.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
            let answer = match (path, files.get(path)) {
                ("/cut", _) => b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n\xFF\xD8".to_vec(),
                (_, Some(file)) => {
                    let length = file.len();
                    // The type says nothing of use.
                    let head = format!(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n"
                    );
                    [head.as_bytes(), file].concat()
                }
                _ => b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec(),
            };
            drop(stream.write_all(&answer));
        }
    });
    base
}

/// A photo of six megabytes, as a camera writes it that was held upright.
fn camera_photo() -> Vec<u8> {
    let mut jpeg = turned(&encoded(photo(1800, 1200), ImageFormat::Jpeg));
    // A film comes after the picture.
    jpeg.resize(6_000_000, 7);
    jpeg
}

#[test]
fn every_kind_of_picture_finds_its_way() {
    let folder = scratch("article");
    let same = encoded(photo(31, 20), ImageFormat::Png);
    fs::write(folder.join("same.png"), &same).unwrap();
    let grey = DynamicImage::from(photo(50, 40));
    let base = serve(BTreeMap::from([
        ("/a.jpg", encoded(photo(60, 40), ImageFormat::Jpeg)),
        ("/wrong-name.jpg", encoded(photo(61, 40), ImageFormat::Png)),
        ("/clear.webp", encoded(transparent(62, 40), ImageFormat::WebP)),
        ("/moving", animated_gif()),
        ("/old.bmp", encoded(grey, ImageFormat::Bmp)),
        ("/camera", camera_photo()),
        ("/drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>".to_vec()),
        ("/same", same),
    ]));
    let content = format!(
        "<p><img src='{base}/a.jpg'><img src=\"{base}/wrong-name.jpg\"><img src={base}/clear.webp>\
         <img data-src='{base}/moving' alt='{base}/moving'></p><video poster='{base}/old.bmp'></video>\
         <img srcset='{base}/camera 1x, {base}/same 2x'><i style=\"background:url('{base}/same')\">a</i>\
         <img src='data:image/gif;base64,R0lGODlhAgACAIAAAAAAAP///ywAAAAAAgACAAACAoRRADs='>\
         <img src=same.png><img src='./same.png'><img src='same.png?2'>\
         <img src='https://mmbiz.qpic.cn/mmbiz/0'>\
         <img src='{{{{cover}}}}'><img src='{base}/drawing.svg'><img src='{base}/cut'><img src='{base}/none'>"
    );
    let vendor = Vendor::start();
    let cache = folder.join("cache.json");
    let run = || {
        let pictures = Pictures::new(&folder).allow_loopback();
        let pictures = pictures.cache(Cache::new(&cache, "account"));
        pictures.upload_document(Document::Content(&content), |it| vendor.take(it)).unwrap()
    };
    let replaced = run();
    assert!(!replaced.is_complete());

    let sent = vendor.sandbox.pictures();
    assert_eq!(sent.len(), 8, "one upload each: {replaced:?}");
    for picture in &sent {
        let is_material = picture.endpoint == "material/add_material";
        assert_eq!(picture.content_type == "image/gif", is_material);
        assert!(picture.bytes.len() < 1_000_000, "{}", picture.bytes.len());
    }
    let became = |place: usize| {
        let address = &images(&replaced.text)[place].address;
        let picture = sent.iter().find(|picture| picture.address == *address).unwrap();
        let reader = image::load_from_memory(&picture.bytes);
        let size = reader.map_or((2, 2), |picture| (picture.width(), picture.height()));
        (Format::of(&picture.bytes).unwrap(), size)
    };
    assert_eq!(became(0), (Format::Jpeg, (60, 40)));
    assert_eq!(became(1), (Format::Png, (61, 40)));
    assert_eq!(became(2), (Format::Png, (62, 40)));
    assert_eq!(became(3), (Format::Gif, (2, 2)));
    assert_eq!(became(4), (Format::Jpeg, (50, 40)));
    assert_eq!(became(5), (Format::Jpeg, (720, 1080)));
    let after = images(&replaced.text);
    let once: Vec<_> = [6, 7, 9, 10, 11].map(|place| &after[place].address).into();
    assert!(once.iter().all(|address| *address == once[0]), "{once:?}");
    assert!(replaced.text.contains(&format!("alt='{base}/moving'")), "no address of a picture");

    let problems: Vec<_> = replaced
        .places
        .iter()
        .filter_map(|place| place.picture.as_ref()?.result.clone().err())
        .collect();
    let expected = [
        Problem::Placeholder,
        Problem::Format(Format::Svg),
        Problem::Unreachable,
        Problem::Status(404),
    ];
    assert_eq!(problems, expected);
    for (before, after) in images(&content).iter().zip(&after).skip(12) {
        assert_eq!(before.address, after.address, "what failed stays as it was");
    }

    let again = run();
    assert_eq!(again.text, replaced.text);
    assert_eq!(vendor.sandbox.pictures().len(), 8, "the second run uploads nothing");
}

#[test]
fn two_hundred_pictures_eight_at_a_time() {
    let folder = scratch("two-hundred");
    let mut content = String::new();
    for number in 0..200 {
        let name = format!("{number}.png");
        fs::write(folder.join(&name), encoded(photo(4 + number, 3), ImageFormat::Png)).unwrap();
        content.extend(["<img src=", &name, "><img src=", &name, ">"]);
    }
    let vendor = Vendor::start();
    let pictures = Pictures::new(&folder).jobs(NonZero::new(8).unwrap());
    let replaced = pictures.upload_document(Document::Content(&content), |it| vendor.take(it));
    let replaced = replaced.unwrap();
    assert!(replaced.is_complete());
    assert_eq!(vendor.sandbox.pictures().len(), 200);
    assert_eq!(replaced.places.len(), 400);
    for place in replaced.places {
        let transfer = place.picture.unwrap().result.unwrap();
        assert_eq!(transfer.origin, Origin::Uploaded);
        let served = Pictures::new(&folder).allow_loopback().inspect(&transfer.address);
        assert!(served.fitted.is_ok(), "the sandbox serves it");
    }
}
