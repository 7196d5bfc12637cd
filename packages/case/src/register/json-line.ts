/** In which line of a JSON text something stands, for a person who mends it by hand. */

/** A string with the colon behind it where it is a key, a bracket, a comma, or a word or number. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|[[\]{},]|[^\s[\]{},:"]+/g;

/** The line, from 1, of the value at a path like `.events[2].on`; of its nearest ancestor that is there. The text is JSON. */
export function lineOfPath(json: string, path: string): number {
  const steps = path.match(/[A-Za-z]+|\d+/g) ?? [];
  const open: { isList: boolean; key: string }[] = [];
  let best = { depth: -1, index: 0 };
  for (const found of json.matchAll(tokens)) {
    const [token, string, colon] = found;
    const top = open.at(-1);
    if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (top?.isList === true) top.key = String(Number(top.key) + 1);
    } else if (string !== undefined && colon !== undefined) {
      if (top) top.key = String(JSON.parse(string));
    } else {
      const isOn = open.length <= steps.length && open.every(({ key }, i) => key === steps[i]);
      if (isOn && open.length > best.depth) best = { depth: open.length, index: found.index };
      if (token === "{" || token === "[") open.push({ isList: token === "[", key: token === "[" ? "0" : "" });
    }
  }
  return lineAt(json, best.index);
}

/** The line at which a text stops being JSON: the first by whose end it can no longer become any. A line ends every number and word. */
export function lineOfFault(json: string): number {
  const lines = json.split("\n");
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (canBecomeJson(`${lines.slice(0, middle).join("\n")}\n`)) good = middle;
    else bad = middle;
  }
  return bad;
}

/** Whether only the end is missing. The engine says so, or names the end as the place of the fault. */
function canBecomeJson(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const says = error instanceof Error ? error.message : "";
    return says.includes("end of JSON") || says.includes(`position ${start.length}`);
  }
}

function lineAt(json: string, index: number): number {
  return json.slice(0, index).split("\n").length;
}
