/** Who receives something that leaves the desk, by name, as it is written in the log. */

/** Letters of it. */
const longestRecipient = 200;

/** What was typed, without blanks around it; undefined where it names nobody, or is so long that a part of it would stand for somebody else. */
export function recipientOf(typed: string): string | undefined {
  const name = typed.trim();
  return name === "" || name.length > longestRecipient ? undefined : name;
}

/** What is answered then: nothing was handed out. */
export const nobodyReceives = {
  status: 400,
  body: { says: `Say who receives it, in up to ${longestRecipient} letters.` },
  shown: [],
} as const;
