// What a report says against what it should say; runs in Node and in a browser.

/** Codes, levels and paths in order; a path of null in `expected` fits any. */
export function fits(report, expected) {
  return (
    report.violations.length === expected.length &&
    report.violations.every(({ code, level, path }, index) => {
      const wanted = expected[index];
      return code === wanted.code && level === wanted.level && (wanted.path === null || path === wanted.path);
    })
  );
}

/** The names of the cases whose reports are wrong, and how many were compared. */
export function judge({ check, fix }, cases, reference) {
  const wrong = [];
  let objects = 0;
  for (const { name, body, violations, value } of cases) {
    const expected = reference[name];
    const report = check(body);
    if (!fits(report, violations)) wrong.push(`${name}: bytes`);
    if (JSON.stringify(report) !== JSON.stringify(expected.report)) wrong.push(`${name}: not the report of the command`);
    const [fixed, fixedUnsafely] = [fix(body), fix(body, { unsafe: true })].map(({ request }) => text(request));
    if (fixed !== (expected.fixed ?? text(body))) wrong.push(`${name}: not the fixes of the command`);
    if (fixedUnsafely !== (expected.fixedUnsafely ?? text(body))) wrong.push(`${name}: not the unsafe fixes of the command`);
    if (value === undefined) continue;
    objects += 1;
    if (!fits(check(value), violations)) wrong.push(`${name}: object`);
  }
  return { wrong, bodies: cases.length, objects };
}

/** Bytes as a text that can be compared and handed to a browser: one character a byte. */
export function text(bytes) {
  const CHUNK = 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}
