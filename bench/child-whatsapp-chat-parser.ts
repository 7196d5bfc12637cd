/** The peer of bench/whatsapp.ts, a program of its own: the same summary as plainly as it can be written with whatsapp-chat-parser. */
import { readFileSync } from "node:fs";
import { parseString } from "whatsapp-chat-parser";

const [, , path] = process.argv;
if (path === undefined) throw new Error("name a file");
sumUpWithPeer(path);

function sumUpWithPeer(file: string): void {
  const actsByPerson = new Map<string, number>();
  let acts = 0;
  let notices = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { author, date } of parseString(readFileSync(file, "utf8"))) {
    const at = date.getTime();
    if (at < first) first = at;
    if (at > last) last = at;
    if (author === null) notices++;
    else {
      acts++;
      actsByPerson.set(author, (actsByPerson.get(author) ?? 0) + 1);
    }
  }
  const people = [...actsByPerson].map(([wrote, count]) => ({ wrote, acts: count })).sort((a, b) => b.acts - a.acts);
  console.log(JSON.stringify({ acts, notices, first: new Date(first).toISOString(), last: new Date(last).toISOString(), people }));
}
