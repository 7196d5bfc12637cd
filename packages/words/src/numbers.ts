const numbers = new Intl.NumberFormat("en-GB");
const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "2,801". */
export function sayNumber(count: number): string {
  return numbers.format(count);
}

/** "1 file", "2,801 files". */
export function sayCount(count: number, one: string, several = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : several}`;
}

/** "Texts, Calls and Email". */
export function sayList(words: readonly string[]): string {
  return lists.format(words);
}

/** "14 MB", in the units of phones: 1 MB is a million bytes. */
export function saySize(bytes: number): string {
  if (bytes < 1_000) return sayCount(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let size = bytes / 1_000;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit++;
  }
  return `${size < 10 ? tenths.format(size) : sayNumber(Math.round(size))} ${units[unit] ?? ""}`;
}
