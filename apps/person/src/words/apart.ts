/** What is written from right to left, and signs that turn what stands behind them: of themselves they do it to the rest of our sentence too. */
const turning = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFEFC]/;
/** Nobody needs them to write a language, and one that is not ended reaches beyond its end: with it `photo\u202Egpj.exe` reads as a picture. */
const signs = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text that somebody wrote, as it stands in a sentence of ours: in a stretch of its own, where it could turn what is around it. */
export function apart<Value>(value: Value): Value | string {
  return typeof value === "string" && turning.test(value) ? `\u2068${value.replaceAll(signs, "")}\u2069` : value;
}
