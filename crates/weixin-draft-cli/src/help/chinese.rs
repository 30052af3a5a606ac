//! The help in Chinese, by its English text.

use crate::cli::EXIT_CODES;

/// English and Chinese. A test names the texts of the help that are not here.
#[rustfmt::skip]
pub(super) const TEXTS: &[(&str, &str)] = &[
    (EXIT_CODES, EXIT_CODES_IN_CHINESE),
    (crate::commands::completions::WHERE, WHERE_IN_CHINESE),
    (crate::commands::man::HOW, HOW_IN_CHINESE),
    #[cfg(feature = "sandbox")]
    (crate::commands::sandbox::FAULTS, FAULTS_IN_CHINESE),
    ("A body of draft/add, one article, or an article in HTML", "draft/add 的请求体、一篇文章，或 HTML 格式的文章"),
    ("A draft to put in: an answer of draft/get, or a body of draft/add. Its id is the file's name without .json", "要放入的草稿：draft/get 的应答或 draft/add 的请求体，其 ID 为去掉 .json 的文件名"),
    ("A field and its new value; FIELD=@FILE takes the value from a file", "字段及其新值；FIELD=@FILE 表示从文件读取"),
    ("A file of JSON with fields and their new values; null removes a field", "写有字段及新值的 JSON 文件；null 表示去掉该字段"),
    ("A file with one request; - is standard input", "含一个请求的文件；- 表示标准输入"),
    ("A news article", "图文消息（文章）"),
    ("A newspic, whose content is plain text", "图片消息（贴图），正文为纯文本"),
    ("A picture (BMP, GIF, JPEG, PNG, WebP), or its size in pixels, such as 900x383", "图片文件（BMP、GIF、JPEG、PNG、WebP），或像素尺寸，如 900x383"),
    ("A picture: a file, or its address", "图片：文件或网址"),
    ("A request as JSON, or a content as HTML (.html, .htm); - is standard input", "JSON 格式的请求，或 HTML 格式的正文（.html、.htm）；- 表示标准输入"),
    ("A request, as pull wrote it, takes the place of the whole article; the fields of an article that names no draft, or a content in HTML, take the place of the same fields", "pull 写出的请求会替换整篇文章；没有写明草稿的文章或 HTML 正文只替换其中填写的字段"),
    ("A request, the HTML of an article, or an answer of draft/get; watched while it is shown", "请求、文章的 HTML，或 draft/get 的应答；显示期间会跟随文件变化"),
    ("An answer of draft/get or draft/batchget, or one item of a news_item; - is standard input", "draft/get 或 draft/batchget 的应答，或 news_item 中的一项；- 表示标准输入"),
    ("Call a sandbox inside this process: no account, no network", "调用本进程内的沙箱：无需账号和网络"),
    ("Call this address instead of api.weixin.qq.com", "调用此地址，而不是 api.weixin.qq.com"),
    ("Change fields of an article in a draft; all others stay", "修改草稿中某篇文章的字段，其余不变"),
    ("Check a request and, if it has no errors, send it", "检查请求，没有错误则发送"),
    ("Check requests and report everything that is wrong with them", "检查请求，一次列出全部问题"),
    ("Checks and sends requests of WeChat's draft_update", "检查并发送微信公众号「更新草稿」（draft_update）请求"),
    ("Count every warning as an error", "把警告都算作错误"),
    ("Draw the crops on the picture, into this PNG file", "把裁剪框画在图片上，写入此 PNG 文件"),
    ("Every file is the content of an article, an HTML fragment", "每个文件都是一篇文章的正文（HTML 片段）"),
    ("Every line of a file is a request, whatever it is called; empty lines are skipped", "不论文件名，文件每行是一个请求；空行跳过"),
    ("Fetch an access token and say for how long it is good; it is never shown", "获取 access_token 并说明有效期；不会显示其内容"),
    ("Files, directories and patterns; - is standard input. A file holds one request, .ndjson and .jsonl (also .gz, .zst) one a line, .html and .htm a content", "文件、目录或通配符；- 表示标准输入。一个文件是一个请求；.ndjson 和 .jsonl（也可带 .gz、.zst）每行一个；.html 和 .htm 是正文"),
    ("For people", "供人阅读"),
    ("For programs", "供程序使用"),
    ("For programs: an array with one object a file; with --ndjson one object a line", "供程序使用：数组，每个文件一个对象；与 --ndjson 合用时每行一个对象"),
    ("How long each call may take [default: 30]", "每次调用的时限 [默认：30]"),
    ("How long a connection may take to come about [default: 5]", "建立连接的时限 [默认：5]"),
    ("How many pictures are taken at a time", "同时处理的图片数"),
    ("How many, the newest first", "数量，最新的在前"),
    ("How to print it", "输出格式"),
    ("How to print the crops", "裁剪结果的输出格式"),
    ("How to print the outcome", "结果的输出格式"),
    ("How to print the report", "报告的输出格式"),
    ("Language of messages, en or zh [default: weixin-draft.toml, else the locale]", "提示语言，en 或 zh [默认：按 weixin-draft.toml，否则按系统语言]"),
    ("Let this host be called by http", "允许用 http 调用此主机"),
    ("List the account's drafts: media ids, when updated, titles", "列出账号的草稿：media_id、更新时间、标题"),
    ("List the pictures of a request, or take them to the vendor", "列出请求中的图片，或把它们上传到微信"),
    ("List the rules, or explain some", "列出规则，或说明其中几条"),
    ("List the server's answer codes, or say what some mean and what to do", "列出返回码，或说明某些返回码的含义和处理办法"),
    ("Make a new draft of 1 to 8 articles, and print its media id", "用 1 到 8 篇文章新建草稿，并输出其 media_id"),
    ("Make a new draft of this article if the old one is gone: deleted or published", "原草稿已被删除或发布时，用这篇文章新建草稿"),
    ("Move rules to another level: error, warning or off; several with commas", "调整规则的级别：error、warning 或 off；多条用逗号分隔"),
    ("Print a schema: of requests, responses, reports, or all endpoints", "输出请求、应答、报告的 Schema，或全部接口的文档"),
    ("Print findings only, without a summary", "只输出问题，不输出汇总"),
    ("Show the pictures and covers that this sandbox holds, such as <http://127.0.0.1:8080>", "显示该沙箱中的图片和封面，如 <http://127.0.0.1:8080>"),
    ("Then show what the server stored, in the browser, until Ctrl-C", "随后在浏览器中显示服务器保存的内容，直到按 Ctrl-C"),
    ("Print the address, and open no browser", "只输出地址，不打开浏览器"),
    ("Print what would be sent, and send nothing; not with --sandbox, --base-url, --token-env or --format", "输出将要发送的请求体，但不发送；不能与 --sandbox、--base-url、--token-env、--format 合用"),
    ("Read an article of a draft as a request that can be changed and pushed", "把草稿中的文章读成请求，修改后可用 push 发送"),
    ("Read no settings file", "不读取配置文件"),
    ("Read picture files outside of the folder, too", "也读取文件夹以外的图片文件"),
    ("Run a local stand-in for the endpoint, until Ctrl-C", "在本机运行接口的替身，按 Ctrl-C 结束"),
    ("SARIF 2.1.0, for code scanning and editors", "SARIF 2.1.0，供代码扫描和编辑器使用"),
    ("Say at the end which rules are broken most; with --ndjson --format json in a last line", "最后列出违反最多的规则；与 --ndjson --format json 合用时写在最后一行"),
    ("Say which settings file, host and proxy are used", "说明使用了哪个配置文件、服务器和代理"),
    ("Send a pulled and changed request, unless somebody else changed the article meanwhile", "发送用 pull 读取并修改过的请求；如他人已改动该文章则不发送"),
    ("Send back what the last push or edit of FILE replaced", "把 FILE 上一次 push 或 edit 替换掉的内容发送回去"),
    ("Send it whatever somebody else changed", "不管他人有无改动都发送"),
    ("Send there instead of to api.weixin.qq.com", "发送到此地址，而不是 api.weixin.qq.com"),
    ("Send to a sandbox inside this process: no account, no network", "发送到本进程内的沙箱：无需账号和网络"),
    ("Settings file [default: the first weixin-draft.toml beside or above the file, in its repository]", "配置文件 [默认：从所检查的文件向上、到仓库根目录为止的第一个 weixin-draft.toml]"),
    ("Show a request as a reader will get it, in the browser, until Ctrl-C", "在浏览器中按读者看到的样子显示请求，按 Ctrl-C 结束"),
    ("Take a field that is null for absent, as language models write them in tool calls", "把值为 null 的字段视为省略，如大语言模型调用工具时所写"),
    ("Take images of this host, and of those below it, for the vendor's", "把此主机及其子域名的图片视为站内图片"),
    ("The JSON Schema of the answer", "应答的 JSON Schema"),
    ("The JSON Schema of what `check --format json` prints", "`check --format json` 输出的 JSON Schema"),
    ("The JSON Schema of what is sent", "请求的 JSON Schema"),
    ("The account that uploads are remembered for [default: `WEIXIN_APPID`, else none]", "记录上传结果所属的账号 [默认：`WEIXIN_APPID`，没有则不记录]"),
    ("The author", "作者"),
    ("The cover's permanent media id", "封面的永久素材 media_id"),
    ("The draft's media id, for a file that names none", "草稿的 media_id，文件中没有写时使用"),
    ("The draft's media id: prints a whole request instead of an article, and chooses the draft in an answer of draft/batchget", "草稿的 media_id：输出完整请求，而不只是文章；在 draft/batchget 的应答中用来选择草稿"),
    ("The draft's media id; `weixin-draft list` names them", "草稿的 media_id；可用 `weixin-draft list` 列出"),
    ("The endpoints as an OpenAPI 3.1 document", "全部接口的 OpenAPI 3.1 文档"),
    ("The environment variable that holds the access token", "存放 access_token 的环境变量"),
    ("The environment variable that holds the access token [default: WEIXIN_ACCESS_TOKEN; without it one is fetched for WEIXIN_APPID and WEIXIN_SECRET]", "存放 access_token 的环境变量 [默认：WEIXIN_ACCESS_TOKEN；没有则用 WEIXIN_APPID 和 WEIXIN_SECRET 获取]"),
    ("The numbers that the server answered with, its errmsg or whole answers, or words to look for; - is an answer on standard input", "服务器返回的数字、errmsg 或完整的应答，或要查找的词；- 表示从标准输入读取应答"),
    ("The point to keep in view, as parts of width and height, such as 0.5,0.3", "要保留在画面中的点，按宽高的比例，如 0.5,0.3"),
    ("The port to listen on [default: any free one]", "监听的端口 [默认：任一空闲端口]"),
    ("The request's schema for tool calls of language models, in OpenAI's strict subset", "供大语言模型调用工具的请求 Schema，符合 OpenAI 严格子集"),
    ("The rules to explain: codes, or words to look for", "要说明的规则：规则代码，或要查找的词"),
    ("The shapes to cut: 1_1, 16_9, 2.35_1 [default: all]", "裁剪比例：1_1、16_9、2.35_1 [默认：全部]"),
    ("The summary", "摘要"),
    ("The title, for a file of HTML", "标题，用于 HTML 文件"),
    ("The version of JSON Schema to write it in [default: 2020-12]", "JSON Schema 的版本 [默认：2020-12]"),
    ("Trust the system's certificate authorities too, such as a company's", "同时信任系统中的证书颁发机构，如企业内部证书"),
    ("Turn what draft/get answered into an article for draft_update", "把 draft/get 的应答转换为 draft_update 的文章"),
    ("Upload a cover, and work out its crops", "上传封面，并计算裁剪坐标"),
    ("The file that remembers uploads, such as one beside the project [default: one in the user's folder for caches]", "记录上传结果的文件，例如放在项目旁 [默认：用户缓存文件夹中的文件]"),
    ("Upload everything again, and remember nothing", "全部重新上传，并且不作记录"),
    ("Upload the pictures, and put their new addresses in", "上传图片，并换上新地址"),
    ("What to call standard input in reports, and when settings are looked for", "标准输入在报告中的名称，也用于查找配置文件"),
    ("What to print", "要输出的内容"),
    ("Where \"read more\" leads", "「阅读原文」的链接"),
    ("Which article of the draft, from 0", "草稿中的第几篇文章，从 0 计"),
    ("Which article, from 0, for a file that names none", "第几篇文章，从 0 计，文件中没有写时使用"),
    ("Which article, from 0; may be left out when there is one only", "第几篇文章，从 0 计；只有一篇时可省略"),
    ("Work out the crops of a cover from its picture", "根据图片计算封面的裁剪坐标"),
    ("Workflow commands, which GitHub shows beside the lines of a change", "GitHub 的工作流命令，显示在改动的行旁"),
    ("Write it there, with FILE.revision.json beside it for push [default: standard output]", "写入该文件，旁边另存 FILE.revision.json 供 push 使用 [默认：标准输出]"),
    ("Write over a file that was changed since it was pulled", "覆盖读取之后被修改过的文件"),
    ("Write the result into FILE itself", "把结果写回 FILE"),
    ("Write the result into this file [default: standard output]", "把结果写入此文件 [默认：标准输出]"),
    ("Print a script that lets a shell complete commands and options", "输出命令行补全脚本"),
    ("The shell", "命令行解释器"),
    ("Print a manual page, or write them all into a directory", "输出手册页，或把全部手册页写入目录"),
    ("The command to describe [default: weixin-draft itself]", "要说明的命令 [默认：weixin-draft 本身]"),
    ("Write the pages of all commands into this directory", "把所有命令的手册页写入此目录"),
    ("Skip JSON files that are no requests also where they are named, as pre-commit does", "即使指定了文件名，也跳过不是请求的 JSON 文件（如 pre-commit 传入的文件）"),
    ("The picture of the cover, or its size in pixels, such as 900x383: warns of crops that do not have the shape of their ratio", "封面图片，或其像素尺寸（如 900x383）：裁剪框不符合比例的形状时给出警告"),
    ("The XML of JUnit, for the test pages of CI systems", "JUnit 的 XML，供 CI 系统的测试页面使用"),
    ("Lay the content out in a Chromium of this machine, and report what does not fit", "用本机的 Chromium 排版正文，报告放不下的地方"),
    ("Make a picture message: FILE is its text, --images are its pictures", "制作图片消息（贴图）：FILE 为文字，--images 为图片"),
    ("Mend also where something may be lost or differ; with --fix or --diff", "同时修复可能有损失或差异之处；与 --fix 或 --diff 合用"),
    ("Mend what has one obvious mend, in place; standard input is mended to standard output", "就地修复只有一种明显改法的问题；标准输入修复后写到标准输出"),
    ("Pictures to upload, in their order: files, or their addresses", "要上传的图片，按顺序：文件或网址"),
    ("Show what --fix would change, and change nothing", "显示 --fix 将作的改动，但不改动"),
    ("The point of the cover to keep in view, as parts of width and height, such as 0.5,0.3", "封面上要保留在画面中的点，按宽高的比例，如 0.5,0.3"),
    ("Upload the pictures of the content first, and put their new addresses in", "先上传正文中的图片，并换上新地址"),
    ("Upload this picture as the cover of a news article, with both crops", "上传此图片作为图文消息的封面，并计算两种裁剪"),
];

const EXIT_CODES_IN_CHINESE: &str = "\
退出码：0 一切正常；1 请求有错误，或图片无法处理；2 用法有误，或文件无法读写；3 被服务器拒绝；4 未得到正确的应答；5 草稿已被他人改动，除非另有说明，没有发送。";

const WHERE_IN_CHINESE: &str = "\
Bash：      weixin-draft completions bash > ~/.local/share/bash-completion/completions/weixin-draft
Zsh：       weixin-draft completions zsh > $fpath 中某个目录下的 _weixin-draft
Fish：      weixin-draft completions fish > ~/.config/fish/completions/weixin-draft.fish
PowerShell：weixin-draft completions powershell >> $PROFILE";

const HOW_IN_CHINESE: &str = "\
阅读一页：weixin-draft man check | man -l -
安装全部：weixin-draft man --all ~/.local/share/man/man1";

#[cfg(feature = "sandbox")]
const FAULTS_IN_CHINESE: &str = "\
向 /sandbox/fault 发送 POST 可以安排故障，每次作用于下一次更新；也可以用 \"endpoint\" 指定接口，用 \"times\" 指定次数，用 \"after\" 指定先成功多少次：
  {\"fault\": \"errcode\", \"errcode\": 45009, \"errmsg\": \"...\", \"times\": 3}
  {\"fault\": \"slow\", \"milliseconds\": 500}
  {\"fault\": \"late\", \"milliseconds\": 500}
  {\"fault\": \"redirect\", \"location\": \"https://example.com/\"}
  {\"fault\": \"oversized\", \"bytes\": 16777216}
  {\"fault\": \"status\", \"status\": 412}
  {\"fault\": \"edit\", \"media_id\": \"SANDBOX_NEWS\", \"index\": 0, \"fields\": {\"title\": \"Theirs\"},
   \"endpoint\": \"draft/get\", \"after\": 1}
  {\"fault\": \"gone\", \"media_id\": \"SANDBOX_NEWS\"}
  {\"fault\": \"cut\"}，同样还有 cut_after、truncated、firewall、bad_gateway、not_json、
  invalid_utf8、string_errcode、text_plain
POST /sandbox/edit 和 /sandbox/delete 立即模拟他人对草稿的改动；
向 /sandbox/token 发送 {\"state\": \"expired\"} 或 {\"state\": \"void\"} 使 access_token 失效。
GET /sandbox/requests 和 /sandbox/drafts 查看收到的请求和保存的草稿；
POST /sandbox/reset 恢复初始状态。";
