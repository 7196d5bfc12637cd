/** Combining marks in a row that are put in order at once, as UAX #15 has it for streams. To order a message of nothing else takes a day: n² steps. */
const mostMarks = 128;
const longRun = new RegExp(`(?<!\\p{M})\\p{M}{${mostMarks + 1}}`, "u");
const pieces = new RegExp(`\\p{M}{${mostMarks}}`, "gu");

/** The normal form of a text (UAX #15). Of more than 128 marks over one letter, which no language writes, each 128 have it by themselves. */
export function normalForm(text: string, form: "NFC" | "NFKC" | "NFKD"): string {
  if (!longRun.test(text)) return text.normalize(form);
  let from = 0;
  let formed = "";
  for (const { index, 0: marks } of text.matchAll(pieces)) {
    const end = index + marks.length;
    formed += text.slice(from, end).normalize(form);
    from = end;
  }
  return formed + text.slice(from).normalize(form);
}
