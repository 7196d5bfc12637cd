/**
 * Words that somebody wrote, where they stand between our quotation marks: no mark in them can close ours, and make what follows look like
 * words of the report.
 */

/** What looks like a double quotation mark, in any script: typewriter, curled, low, turned, wide, pointed, ornamental, primes, gershayim. */
const doubles =
  '"\\u00AB\\u00BB\\u02BA\\u02DD\\u02EE\\u02F5\\u02F6\\u05F4\\u1CD3\\u201C-\\u201F\\u2033\\u2034\\u2036\\u2037\\u2057\\u275D\\u275E\\u2760\\u2E42\\u3003\\u301D-\\u301F\\uFF02\\u{1F676}-\\u{1F678}';
/** Single ones: two of them side by side look like a double one. */
const singles = "'`\\u00B4\\u02B9\\u02BB-\\u02BD\\u05F3\\u2018-\\u201B\\u2032\\u2035\\u275B\\u275C\\uFF07\\uFF40";
/** Marks that nobody sees between two others. */
const unseen = "\\u061C\\u200B-\\u200F\\u2060\\uFE00-\\uFE0F\\uFEFF";
const closing = new RegExp(`[${doubles}${singles}](?:[${unseen}]*[${doubles}${singles}])+|[${doubles}]`, "gu");

/** The words with a single mark `’` for each double quotation mark, or run of marks. One apostrophe alone stays as it is. */
export function withoutQuotationMarks(text: string): string {
  return text.replace(closing, "’");
}
