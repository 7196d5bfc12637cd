import type { Message } from "virtual:words/cy";

/** The key of an English message, by which another language has its own: a number, so that the list need not hold the English too. */
export function keyOf(message: Message): number {
  let key = 0;
  for (const char of JSON.stringify(message)) key = (Math.imul(key, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return key;
}
