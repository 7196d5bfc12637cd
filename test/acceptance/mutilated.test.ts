import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { handIn } from "./hand-in.ts";

/**
 * Every sample below, with bytes changed, cut out and doubled by a fixed sequence of chance: `handIn` proves each time that the importer did
 * not break off and that every byte is told exactly once.
 */

const at = 1_741_860_000_000;
const samples: Readonly<Record<string, string>> = {
  "WhatsApp Chat with Sam.txt": Array.from({ length: 30 }, (_, i) => `${i % 3 ? "" : "\u200E"}2${i % 9}/03/2025, 1${i % 10}:05 - ${i % 2 ? "Jo" : "Sam"}: words ${i}\n${i % 5 ? "" : "more\n\n"}`).join(""),
  "_chat.txt": Array.from({ length: 30 }, (_, i) => `[24\u200F/7\u200F/2019، 7:${10 + i}:15 م] Sam: \u200E${i % 2 ? "image omitted" : "<attached: a.jpg>"}\r\n`).join(""),
  "sms.xml": `<?xml version="1.0"?><smses count="9">${Array.from({ length: 9 }, (_, i) => `<sms address="+447700900123" date="${at + i}" type="${1 + (i % 6)}" body="a&#55357;&#56832;&amp;${i}"/>\n<mms date="${at + i}" msg_box="1" address="+447700900123~+447700900124"><parts><part seq="0" ct="image/jpeg" cl="a.jpg" data="QUJD"/></parts><addrs><addr address="+447700900123" type="137"/></addrs></mms>`).join("")}</smses>`,
  "result.json": JSON.stringify({ name: "Sam", type: "personal_chat", id: 1, messages: Array.from({ length: 12 }, (_, id) => ({ id, type: "message", date: "2023-01-01T10:00:00", date_unixtime: "1672567200", from: "Sam", from_id: "user1", text: ["a", { type: "bold", text: "b" }], reactions: [{ type: "emoji", count: 1, emoji: "x", recent: [{ from: "Jo", from_id: "user2", date: "2023-01-01T10:01:00" }] }] })) }, null, 1),
  "message_1.json": JSON.stringify({ participants: [{ name: "Sam" }, { name: "Jo" }], messages: Array.from({ length: 12 }, (_, i) => ({ sender_name: "Sam", timestamp_ms: at + i, content: "\u00c3\u00b8", reactions: [{ reaction: "x", actor: "Jo", timestamp: at / 1000 }] })), title: "Sam", thread_path: "inbox/sam_1" }, null, 2),
  "inbox.mbox": Array.from({ length: 8 }, (_, i) => `From sam@example.com Thu Mar 13 09:00:0${i} 2025\nFrom: sam@example.com\nTo: jo@example.org\nDate: Thu, 13 Mar 2025 09:00:0${i} +0000\nContent-Type: multipart/mixed; boundary="e"\n\n--e\nContent-Type: text/plain\n\nFrom me\n--e\nContent-Type: image/png; name="a.png"\nContent-Transfer-Encoding: base64\n\nQUJD\n--e--\n\n`).join(""),
  "table.csv": `date,time,from,text\n${Array.from({ length: 20 }, (_, i) => `2025-03-1${i % 9},10:00,Sam,"a ""quoted"" ${i}\nline"\n`).join("")}`,
}; // prettier-ignore

/** A table is read only with the list of its columns. */
const beside: Readonly<Record<string, Record<string, string>>> = {
  "table.csv": {
    "table.csv.columns.json": JSON.stringify({
      zone: "local",
      columns: { date: "date", time: "time", who: "from", what: "text" },
      fixed: { kind: "message", channel: "other" },
    }),
  },
};

const rounds = 60;

test.each(Object.keys(samples))("%s, damaged in sixty ways, is told to its last byte", async (name) => {
  const whole = Buffer.from(samples[name] ?? "");
  let told = 0;
  for (let round = 0; round < rounds; round++) {
    const { readings } = await handIn({ [name]: damaged(whole, `${name} ${round}`), ...beside[name] });
    told += readings.length;
  }
  expect(told).toBeGreaterThan(rounds * 3);
});

/** A few flips, a cut out of the middle, a stretch doubled; by chance that is the same every time. */
function damaged(whole: Buffer, seed: string): Uint8Array {
  const chance = createHash("sha512").update(seed).digest();
  const pick = (i: number, below: number) => chance.readUInt32LE((i * 4) % 60) % below;
  let bytes = Buffer.from(whole);
  for (let i = 0; i < 1 + pick(0, 6); i++)
    bytes[pick(i + 1, bytes.length)] = [0, 0x0a, 0x22, 0x3c, 0x7b, 0xff, 0x80, 0x3a][pick(i + 5, 8)] ?? 0;
  const cutAt = pick(8, bytes.length);
  if (pick(9, 2) === 1) bytes = Buffer.concat([bytes.subarray(0, cutAt), bytes.subarray(cutAt + pick(10, 90))]);
  const doubleAt = pick(11, bytes.length);
  if (pick(12, 2) === 1) bytes = Buffer.concat([bytes.subarray(0, doubleAt), bytes.subarray(Math.max(0, doubleAt - pick(13, 300)))]);
  return pick(14, 3) === 0 ? bytes.subarray(0, pick(7, bytes.length)) : bytes;
}
