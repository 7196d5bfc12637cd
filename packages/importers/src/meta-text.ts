import { type JsonObject, isJsonObject } from "@unmask/formats";

/**
 * Most of Meta's exports write each byte of their UTF-8 text as a character of its own: `ø` (C3 B8) stands as `\u00c3\u00b8`. The repair takes
 * the characters as bytes and reads them as UTF-8, strictly: what does not come out right is left as it stands and said to be doubtful.
 * See docs/formats/sources/meta.md.
 */
export interface Repaired<T> {
  readonly value: T;
  /** Some text holds characters above U+007F and is no such damaged UTF-8. */
  readonly isDoubtful: boolean;
}

/** Repairs one text. */
export function repairText(text: string): Repaired<string> {
  if (!/[\u0080-\u00ff]/.test(text)) return { value: text, isDoubtful: false };
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return { value: text, isDoubtful: true };
    bytes[i] = unit;
  }
  try {
    return { value: strict.decode(bytes), isDoubtful: false };
  } catch {
    return { value: text, isDoubtful: true };
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Repairs the keys and values of an object, all the way down. The scanner bounds how deep that is. */
export function repairObject(object: JsonObject): Repaired<JsonObject> {
  let isDoubtful = false;
  function repair(value: unknown): unknown {
    if (typeof value === "string") return repairOne(value);
    if (Array.isArray(value)) return value.map(repair);
    return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [repairOne(key), repair(one)])) : value;
  }
  function repairOne(text: string): string {
    const repaired = repairText(text);
    isDoubtful ||= repaired.isDoubtful;
    return repaired.value;
  }
  const value = Object.fromEntries(Object.entries(object).map(([key, one]) => [repairOne(key), repair(one)]));
  return { value, isDoubtful };
}
