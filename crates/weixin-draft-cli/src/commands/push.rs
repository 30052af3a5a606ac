//! `weixin-draft push`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use serde_json::json;
use weixin_draft::{DraftUpdate, Language};
use weixin_draft_client::{Client, Edited, Error, Gone, Guard};

use super::account::{
    Account, AccountOptions, ArticleOptions, Known, Source, Target, Told, Undo, beside, fail,
    fail_in, kept_fields, lost_fields, stored, tell, tell_of_old_errors, with_media_id,
    without_mark, write_file,
};
use super::pull::{only_index, which_article};
use crate::escape::Visible;
use crate::options::{CheckOptions, Format};
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::Session;

/// Send a pulled and changed request, unless somebody else changed the article meanwhile
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A request, as pull wrote it, takes the place of the whole article; the fields of an article
    /// that names no draft, or a content in HTML, take the place of the same fields
    file: PathBuf,
    /// The draft's media id, for a file that names none
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    media_id: Option<String>,
    /// Which article, from 0, for a file that names none
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    index: Option<u32>,
    /// Make a new draft of this article if the old one is gone: deleted or published
    #[arg(long)]
    or_add: bool,
    /// Send it whatever somebody else changed
    #[arg(long)]
    force: bool,
    /// Send back what the last push or edit of FILE replaced
    #[arg(long, conflicts_with_all = ["force", "or_add"])]
    undo: bool,
    #[command(flatten)]
    article: ArticleOptions,
    #[cfg(feature = "pictures")]
    #[command(flatten)]
    enrich: super::enrich::EnrichOptions,
    #[cfg(feature = "preview")]
    #[command(flatten)]
    preview: PreviewOptions,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    check: CheckOptions,
}

/// Whether what is stored is looked at.
#[cfg(feature = "preview")]
#[derive(Args, Debug)]
pub(crate) struct PreviewOptions {
    /// Then show what the server stored, in the browser, until Ctrl-C
    #[arg(long)]
    preview: bool,
    #[command(flatten)]
    window: super::preview::Window,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    session.take_language_of(&options.file);
    let checker = session.checker_for(&options.check, &options.file)?;
    let account = options.account.account(checker, session)?;
    let source = match source(options, session)? {
        Ok(source) => source,
        Err(outcome) => return Ok(outcome),
    };
    account.provide_draft(&source.media_id(), source.index());
    if !source.is_whole && options.index.is_none() {
        match account.client.get(&source.media_id()) {
            Ok(draft) if only_index(&draft, None).is_none() => {
                return Err(which_article(&draft, session));
            }
            Err(Error::Gone(Gone::Draft { .. })) if options.or_add => {}
            Err(error) => return fail(&error, options.account.format, session),
            Ok(_) => {}
        }
    }
    let given = source.body.clone();
    #[cfg(feature = "pictures")]
    let source = {
        match options.enrich.enrich(
            source,
            options.or_add,
            &options.file,
            &options.account,
            &account,
            session,
        )? {
            Ok(source) => source,
            Err(outcome) => return Ok(outcome),
        }
    };
    let known = known(options, &source, session)?;
    let guard = match &known {
        _ if options.force => Guard::None,
        Some(known) => known.guard(),
        None => Guard::TwoReads,
    };
    let (file, media_id, index) = (stem(options), source.media_id(), source.index());
    let (result, kept) = if options.account.is_sandbox() {
        (source.push(&account.client, guard), Ok(()))
    } else {
        let undo = Undo::beside(&file, session.language);
        let result = source.push(&undo.kept_by(&account.client, &account.interrupt), guard);
        let kept = undo.finish(&media_id, index, &result);
        (result, kept)
    };
    match result {
        Ok(edited) => {
            let outcome = told(&source, &edited, options, session)?;
            kept?;
            #[cfg(feature = "preview")]
            if options.preview.preview {
                account.interrupt.say("");
                return show(&media_id, index, edited, &account, options, session);
            }
            Ok(outcome)
        }
        Err(Error::Gone(Gone::Draft { .. })) if options.or_add => {
            kept?;
            account.interrupt.say(&super::add::may_have_been_added(session.language));
            add_instead(&account, &source, options, session)
        }
        Err(error) => {
            kept?;
            let name = options.file.to_string_lossy();
            let is_file = source.is_whole && source.body == given && !options.undo;
            let subject = is_file.then(|| Subject::of_file(&name, &given));
            if let (Error::Api(_), Some(subject)) = (&error, subject) {
                // A warning may say what the server has refused.
                let report = account.client.checker().check_json(&given);
                let text = session.error_text();
                text.write_warnings(Some(subject), &report, &mut anstream::stderr())?;
            }
            let outcome = fail_in(subject, &error, options.account.format, session)?;
            #[cfg(feature = "pictures")]
            options.enrich.tell_of_pictures(&error, session);
            let before = known.as_ref().map(Known::before);
            tell_of_old_errors(&error, before, account.client.checker(), session);
            Ok(outcome)
        }
    }
}

/// What is to be sent.
fn source(options: &Options, session: &mut Session) -> Result<Result<Source, Outcome>, Failure> {
    let Options { file, article, account: AccountOptions { format, .. }, .. } = options;
    let target = Target { media_id: options.media_id.as_deref(), index: options.index };
    if options.undo {
        return Source::read_undo(&beside(&stem(options), "before"), target, *format, session);
    }
    Source::read(file, target, article, *format, session)
}

/// The file that the others are beside. Edits keep what they replaced by draft and index.
fn stem(options: &Options) -> PathBuf {
    match options.index {
        Some(index) if options.undo && !beside(&options.file, "before").exists() => {
            let mut name = options.file.as_os_str().to_owned();
            name.push(format!(".{index}"));
            name.into()
        }
        _ => options.file.clone(),
    }
}

/// What the files beside the file say of the article. An undo is not sent without.
fn known(options: &Options, source: &Source, session: &Session) -> Result<Option<Known>, Failure> {
    // A new sandbox knows nothing of what was read before.
    if options.account.is_sandbox() {
        return Ok(None);
    }
    let file = stem(options);
    let known = Known::beside(&file, &source.media_id(), source.index(), session)?;
    if options.undo && known.is_none() {
        let before = beside(&file, "before");
        let (file, before) = (file.to_string_lossy(), before.to_string_lossy());
        let (file, before) = (Visible(&file), Visible(&before));
        return Err(Failure(say!(
            session.language,
            "nothing was sent: without {file}.revision.json or {file}.sent.json nobody knows whether somebody else changed the article since. Look with pull; weixin-draft push {before} sends it back all the same",
            "未发送：缺少 {file}.revision.json 和 {file}.sent.json，无法判断该文章之后是否被他人修改。请用 pull 查看；仍要恢复，请执行 weixin-draft push {before}"
        )));
    }
    Ok(known)
}

/// Says what was updated, which fields the push did not name, and what the server made
/// of the article.
fn told(
    source: &Source,
    edited: &Edited,
    options: &Options,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let language = session.language;
    let media_id = source.media_id();
    let mut data = json!({"outcome": "updated", "media_id": media_id, "index": source.index()});
    let sent = &source.value()["articles"];
    // What a new sandbox had is nobody's loss.
    let note = if options.account.is_sandbox() {
        None
    } else if source.is_whole {
        let lost = lost_fields(sent, edited);
        data["lost_fields"] = json!(lost);
        about_lost(&lost, options, language)
    } else {
        let kept = kept_fields(sent, edited);
        data["kept_fields"] = json!(kept);
        about_kept(&kept, language)
    };
    let text = updated(&media_id, source.index(), language);
    let (found, stored) = (Some(&edited.report), Some(stored(edited)));
    let outcome = tell(&Told { text, data, found, stored }, options.account.format, session)?;
    if let Some(note) = note.filter(|_| options.account.format == Format::Text) {
        session.note(&note);
    }
    Ok(outcome)
}

/// The sentence on an update that took place.
pub(super) fn updated(media_id: &str, index: u32, language: Language) -> String {
    let media_id = Visible(media_id);
    say!(
        language,
        "updated article {index} of the draft {media_id}",
        "已更新草稿 {media_id} 的第 {index} 篇（从 0 计）"
    )
}

fn about_lost(lost: &[String], options: &Options, language: Language) -> Option<String> {
    let fields = (!lost.is_empty()).then(|| lost.join(&say!(language, ", ", "、")))?;
    let name = options.file.to_string_lossy();
    let name = Visible(&name);
    Some(say!(
        language,
        "the article had fields that the request does not name, and they are gone: {fields}. weixin-draft push {name} --undo brings them back",
        "请求中没有填写、因而已从文章中去掉的字段：{fields}。执行 weixin-draft push {name} --undo 可恢复"
    ))
}

fn about_kept(kept: &[String], language: Language) -> Option<String> {
    let fields = (!kept.is_empty()).then(|| kept.join(&say!(language, ", ", "、")))?;
    Some(say!(
        language,
        "fields that the file does not name have stayed as they were: {fields}",
        "文件中没有填写的字段保持不变：{fields}"
    ))
}

/// Shows what the server stored.
#[cfg(feature = "preview")]
fn show(
    media_id: &str,
    index: u32,
    edited: Edited,
    account: &Account,
    options: &Options,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let Some(after) = edited.after else {
        return Err(Failure(say!(
            session.language,
            "--preview: the draft could not be read after the update; look at it with pull",
            "--preview：更新之后无法读取草稿；请用 pull 查看"
        )));
    };
    let text = serde_json::to_vec_pretty(&DraftUpdate::new(media_id, index, after))?;
    let client = account.client.clone();
    let shown = super::preview::Shown {
        name: media_id.to_owned(),
        text: crate::page::Text::Fixed(text),
        settings: client.checker().settings().clone(),
        account: Some(client),
    };
    super::preview::show(shown, &options.preview.window, session)
}

/// Makes a new draft of the article alone.
fn add_instead(
    account: &Account,
    source: &Source,
    options: &Options,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let format = options.account.format;
    let added = DraftUpdate::from_json(&source.body).map_err(Error::Invalid);
    let added = added.and_then(|draft| add(&account.client, draft));
    let media_id = match added {
        Ok(media_id) => media_id,
        Err(error) => return fail(&error, format, session),
    };
    if source.is_whole && !options.account.is_sandbox() {
        name_new_draft(&options.file, &media_id, session.language)?;
    }
    let shown = Visible(&media_id);
    let text = say!(
        session.language,
        "the old draft is gone; made a new one of this article alone, without the others of the old draft: {shown}",
        "原草稿已不存在；已用这一篇新建草稿（不含原草稿的其他文章）：{shown}"
    );
    let data = json!({"outcome": "added", "media_id": media_id});
    tell(&Told { text, data, found: None, stored: None }, format, session)
}

/// Has the file name the new draft, so that the next push finds it.
fn name_new_draft(file: &Path, media_id: &str, language: Language) -> Result<(), Failure> {
    let Ok(old) = fs::read(file) else {
        // Standard input, or a file that was taken away meanwhile.
        return Ok(());
    };
    match with_media_id(without_mark(&old), media_id) {
        Some(new) => write_file(file, &new, language),
        None => Ok(()),
    }
}

fn add(client: &Client, draft: DraftUpdate) -> Result<String, Error> {
    Ok(client.add(&[draft.articles])?.media_id)
}
