/** The delimiter of the parts of a mail (RFC 2046, section 5.1.1), as far as a mail's borders depend on it. */

/** Longest boundary: 70 characters in the standard, with room for programs that know no better. */
const longestBoundary = 256;

/** The boundary that a Content-Type of `multipart/…` names; undefined when it is another type or names none. An empty one counts as none. */
export function boundaryOf(contentType: string): string | undefined {
  if (!/^\s*multipart\//i.test(contentType)) return undefined;
  const match = /;\s*boundary\s*=\s*(?:"([^"\r\n]*)"|([^\s;"]+))/i.exec(contentType.slice(0, 4096));
  const boundary = (match?.[1] ?? match?.[2])?.trimEnd();
  return boundary === undefined || boundary === "" || boundary.length > longestBoundary ? undefined : boundary;
}
