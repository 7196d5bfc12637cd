/** The peer of bench/sms.ts, a program of its own: the same summary as plainly as it can be written with saxes. */
import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";

const [, , path] = process.argv;
if (path === undefined) throw new Error("name a file");
await sumUpWithSaxes(path);

async function sumUpWithSaxes(file: string): Promise<void> {
  const actsByPerson = new Map<string, number>();
  let acts = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const parser = new SaxesParser();
  parser.on("error", () => {
    // Surrogate references: it reports each and goes on with the literal text.
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name !== "sms") return;
    const { address, date, type, body, contact_name } = attributes as Record<string, string>;
    const record = { address, at: Number(date), type, body, contact_name };
    acts++;
    if (record.at < first) first = record.at;
    if (record.at > last) last = record.at;
    const author = record.type === "1" ? (record.address ?? "") : "owner";
    actsByPerson.set(author, (actsByPerson.get(author) ?? 0) + 1);
  });
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1024 * 1024 })) parser.write(chunk as string);
  parser.close();
  const people = [...actsByPerson].map(([wrote, count]) => ({ wrote, acts: count })).sort((a, b) => b.acts - a.acts);
  console.log(JSON.stringify({ acts, first: new Date(first).toISOString(), last: new Date(last).toISOString(), people }));
}
