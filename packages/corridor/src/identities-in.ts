import { type Result, failed, ok } from "@unmask/core";
import { type Identity, parseIdentity } from "@unmask/seal";

/** Every identity of a file as age writes it: one a line, with blank lines and comments between. The error names a line, never what stands there. */
export function identitiesIn(text: string): Result<readonly Identity[], string> {
  const all: Identity[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const identity = parseIdentity(line.trim());
    if (!identity) return failed(`line ${i + 1} is not an age identity that this program can use (AGE-SECRET-KEY-1...).`);
    all.push(identity);
  }
  return all.length > 0 ? ok(all) : failed("no age identity in it (a line AGE-SECRET-KEY-1...).");
}
