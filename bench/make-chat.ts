/** A chat of a phone, invented: messages of ten words by two people, some minutes apart. The same for the same count. */

const words = "where are you tonight I saw your car answer me please now why home again late door phone work gate night".split(" ");

/** The text of an export. */
export function textOfChat(messages: number): string {
  const lines: string[] = [];
  for (const { at, who, text } of chat(messages)) {
    const [day = "", time = ""] = new Date(at).toISOString().split("T");
    lines.push(`${day.split("-").reverse().join("/")}, ${time.slice(0, 5)} - ${who}: ${text}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The messages one after the other. */
export function* chat(messages: number): Generator<{ readonly at: number; readonly who: string; readonly text: string }, void, undefined> {
  let state = 20_251_129;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  let at = Date.UTC(2015, 0, 1);
  for (let i = 0; i < messages; i++) {
    at += 60_000 * next(9);
    const text = Array.from({ length: 10 }, () => words[next(words.length)]).join(" ");
    yield { at, who: next(5) > 0 ? "Owen Pike" : "Hannah Reyes", text };
  }
}
