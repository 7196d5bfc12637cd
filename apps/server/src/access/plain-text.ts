import { isOneLine, isPlainText } from "@unmask/core";

/**
 * What officers' programs send is held to plain text before anything of it is read: a NUL, an order to a terminal or half of a character ends in a
 * record that other programs cannot carry. Her own letter is held to the same.
 */

/** Keys of what is a number or a name of something: one line, whatever program reads it. */
const oneLineKeys: ReadonlySet<string> = new Set([
  ...["log", "record", "number", "reference", "instrument", "version", "code", "table", "class", "task"],
  ...["name", "forName", "label", "agency", "officer", "assessor", "writtenBy", "recipient", "toldBy", "signInName"],
]);

/** As `refuseByState` takes it. */
export interface PlainTextRefusal {
  readonly rule: "plain-text";
  readonly says: string;
  readonly allows: string;
}

interface Part {
  readonly value: unknown;
  /** Where it stands: `prompts[0].says`. */
  readonly path: string;
  /** Its own key, or that of the list that it stands in. */
  readonly key: string;
}

/** What is refused of a body, its reason among it, or of a search; undefined where all of it is plain. Says where, never what stands there. */
export function plainTextRefusal(asked: object): PlainTextRefusal | undefined {
  // No recursion: a body of brackets alone would be as deep as it is long.
  const waiting: Part[] = [{ value: asked, path: "", key: "" }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { value, path, key } = part;
    if (typeof value === "string") {
      const refused = refusalOf(value, part);
      if (refused !== undefined) return refused;
    } else if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) waiting.push({ value: one, path: `${path}[${i}]`, key });
    } else if (typeof value === "object" && value !== null) {
      for (const [name, one] of Object.entries(value))
        waiting.push({ value: one, path: path === "" ? name : `${path}.${name}`, key: name });
    }
  }
  return undefined;
}

function refusalOf(text: string, { path, key }: Part): PlainTextRefusal | undefined {
  // A key that nobody knows can hold anything, and is told to nobody.
  const where = /^[\w.[\]]{1,80}$/.test(path) ? `“${path}”` : "One field";
  if (!isPlainText(text))
    return { rule: "plain-text", says: `${where} holds characters that are no text.`, allows: "Type it anew here. Nothing was written." };
  if (oneLineKeys.has(key) && !isOneLine(text))
    return { rule: "plain-text", says: `${where} holds a line break.`, allows: "Write it in one line. Nothing was written." };
  return undefined;
}
