/** "2,801", or "2,801 acts", "1 act". */
export function countWords(count: number, noun?: string): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  return noun === undefined ? digits : `${digits} ${count === 1 ? noun : `${noun}s`}`;
}

/** "1.4 GB", "214 bytes": powers of ten, as files are named to people. */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return countWords(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit] ?? ""}`;
}
