/** The delimiter of the parts of a mail (RFC 2046, section 5.1.1), as far as a mail's borders depend on it. */

/** Longest boundary: 70 characters in the standard, with room for programs that know no better. */
const longestBoundary = 256;
/** How far from the end of a mail its closing delimiter is looked for. An epilogue is a line or two. */
const endLooked = 1024 * 1024;

const windows1252 = new TextDecoder("windows-1252");

/** The boundary that a Content-Type of `multipart/…` names; undefined when it is another type or names none. An empty one counts as none. */
export function boundaryOf(contentType: string): string | undefined {
  if (!/^\s*multipart\//i.test(contentType)) return undefined;
  const match = /;\s*boundary\s*=\s*(?:"([^"\r\n]*)"|([^\s;"]+))/i.exec(contentType.slice(0, 4096));
  const boundary = (match?.[1] ?? match?.[2])?.trimEnd();
  return boundary === undefined || boundary === "" || boundary.length > longestBoundary ? undefined : boundary;
}

/** Whether a mail ends as it said it would: it has no parts, or the delimiter that closes them. */
export function closesItself(bytes: Uint8Array, contentType: string | undefined): boolean {
  const boundary = contentType === undefined ? undefined : boundaryOf(contentType);
  if (boundary === undefined) return true;
  return windows1252
    .decode(bytes.subarray(Math.max(0, bytes.length - endLooked)))
    .includes(`\n--${windows1252.decode(new TextEncoder().encode(boundary))}--`);
}
