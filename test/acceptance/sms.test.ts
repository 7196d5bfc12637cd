import type { Act, Source } from "@unmask/core";
import { readSources } from "@unmask/importers";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { expectCutsChangeNothing, handIn, optionsOf } from "./hand-in.ts";

const at = 1_741_860_000_000;
const sms = (attributes: Record<string, string | number> = {}) => {
  const all = {
    protocol: "0",
    address: "+447700900123",
    date: at,
    type: 1,
    subject: "null",
    body: "hi",
    read: 1,
    status: -1,
    date_sent: 0,
    readable_date: "31 Feb 1066 25:99:99",
    contact_name: "Sam",
    ...attributes,
  };
  return `  <sms ${Object.entries(all)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ")} />\n`;
};
const smses = (records: string, count = 1) =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore v10-->\n<smses count="${count}" backup_set="x" backup_date="${at}" type="full">\n${records}</smses>\n`;
const bodies = (acts: readonly Act[]) => acts.map((act) => act.text);
const read = (records: string, count = 1) => handIn({ "sms.xml": smses(records, count) });

describe("words", () => {
  test("emoji as two references, as one, and as itself are the same emoji", async () => {
    const { acts } = await read(
      sms({ body: "&#55357;&#56832;" }) +
        sms({ body: "&#x1F600;", date: at + 1 }) +
        sms({ body: "😀", date: at + 2 }) +
        sms({ body: "&#xD83D;&#xDE00;", date: at + 3 }),
      4,
    );
    expect(bodies(acts)).toEqual(["😀", "😀", "😀", "😀"]);
    for (const act of acts) expect(act.flags).not.toContain("decoding-doubtful");
  });

  test("the line of the measurement: everything decoded, nothing dropped", async () => {
    const { acts } = await read(
      sms({ body: "hi &#55357;&#56832; a&#10;b &amp; &quot;c&quot; &#x1F600; nul&#0;end &#13;&#10; &lt;&gt; &apos; &nbsp; &#55357;" }),
    );
    expect(bodies(acts)).toEqual(['hi 😀 a\nb & "c" 😀 nul&#0;end \r\n <> \' &nbsp; &#55357;']);
    expect(acts[0]?.flags).toContain("decoding-doubtful");
  });

  test("references are read once, not again", async () => {
    const { acts } = await read(sms({ body: "&amp;#10; &amp;lt;" }));
    expect(bodies(acts)).toEqual(["&#10; &lt;"]);
  });

  test("a reference split at any border of a read is the same", async () => {
    const records = sms({ body: "ü&#55357;&#56832;😀&#x1F600;&amp;" });
    await expectCutsChangeNothing({ "sms.xml": smses(records) });
    // The border of the reader's own blocks, wherever it lies, passes through the reference once.
    const padding = `<!--${"p".repeat(65_536 - 400)}-->`;
    for (let shift = 0; shift < 440; shift += 4) {
      const { acts } = await handIn({
        "sms.xml": `${padding}${"q".repeat(0)}${smses(records.replace('body="', `body="${"y".repeat(shift)}`))}`,
      });
      expect(bodies(acts), String(shift)).toEqual([`${"y".repeat(shift)}ü😀😀😀&`]);
    }
  });

  test("tags and the end of a tag inside a value end nothing, in quotes of either kind", async () => {
    const { acts } = await read(
      sms({ body: "a /> b > c &lt;sms/&gt;" }) + `<sms address='+447700900123' date='${at + 1}' type='2' body='she said "hi" />' />\n`,
      2,
    );
    expect(bodies(acts)).toEqual(["a /> b > c <sms/>", 'she said "hi" />']);
  });

  test("a word null is absence", async () => {
    const { acts, reasons } = await read(sms({ body: "null" }) + sms({ body: "null!", contact_name: "null", date: at + 5 }), 2);
    expect(reasons).toEqual([]);
    expect(bodies(acts)).toEqual([null, "null!"]);
    expect(acts[1]?.from.name).toBeUndefined();
  });

  test("a byte-order mark costs nothing", async () => {
    const { acts, readers } = await handIn({ "sms.xml": `\uFEFF${smses(sms())}` });
    expect(readers).toEqual(["sms-backup-restore"]);
    expect(bodies(acts)).toEqual(["hi"]);
  });
});

describe("what a message was", () => {
  test("received, sent, draft, outbox, failed, queued", async () => {
    const records = [1, 2, 3, 4, 5, 6].map((type) => sms({ type, body: `t${type}`, date: at + type })).join("");
    const { acts, notices } = await read(records, 6);
    expect(acts.map((act) => [act.text, act.from.kind, act.to[0]?.kind, act.flags.includes("not-delivered")])).toEqual([
      ["t1", "phone", "owner", false],
      ["t2", "owner", "phone", false],
      ["t4", "owner", "phone", true],
      ["t5", "owner", "phone", true],
      ["t6", "owner", "phone", true],
    ]);
    expect(notices.filter((says) => /draft/.test(says))).toHaveLength(1);
    expect(acts[0]?.when).toMatchObject({ earliest: at + 1, latest: at + 1, zone: "UTC" });
    expect(acts[0]?.flags).not.toContain("zone-assumed");
  });

  test("a group of pictures keeps every address, the author, and the bytes of each part", async () => {
    const picture = Buffer.from("not really a picture, but bytes");
    const record = `<mms date="${at}" date_sent="${at / 1000}" msg_box="1" address="+447700900123~+447700900124" m_id="m1" m_type="132" text_only="0" contact_name="Sam, Kim">
      <parts><part seq="-1" ct="application/smil" text="&lt;smil&gt;" />
        <part seq="0" ct="text/plain" text="look" /><part seq="1" ct="image/jpeg" cl="IMG.jpg" text="null" data="${picture.toString("base64")}" /></parts>
      <addrs><addr address="+447700900124" type="137" charset="106"/><addr address="+447700900123" type="151"/><addr address="+447700900125" type="130"/><addr address="+447700900999" type="129"/></addrs></mms>\n`;
    const { acts, reasons } = await read(record);
    expect(reasons).toEqual([]);
    expect(acts).toHaveLength(1);
    const [act] = acts;
    expect(act).toMatchObject({ channel: "mms", text: "look", when: { earliest: at }, from: { normal: "+447700900124" } });
    expect(act?.thread).toBe("+447700900123~+447700900124");
    expect(act?.to.map((to) => to.normal)).toEqual(expect.arrayContaining(["+447700900123"]));
    expect(act?.attachments).toEqual([
      { name: "IMG.jpg", mime: "image/jpeg", size: picture.length, sha256: createHash("sha256").update(picture).digest("hex") },
    ]);
    await expectCutsChangeNothing({ "sms.xml": smses(record + sms({ date: at + 9 }), 2) });
  });

  test("a picture message that she sent to a group goes to each of them", async () => {
    const { acts } = await read(
      `<mms date="${at}" msg_box="2" address="+447700900123~+447700900124"><parts><part seq="0" ct="text/plain" text="all"/></parts></mms>`,
    );
    expect(acts[0]?.from.kind).toBe("owner");
    expect(acts[0]?.to.map((to) => to.normal).sort()).toEqual(["+447700900123", "+447700900124"]);
  });

  test("calls: the seven types, and withheld numbers", async () => {
    const call = (type: number, more = 'number="+447700900123" duration="125" presentation="1"', i = type) =>
      `<call ${more} date="${at + i}" type="${type}" readable_date="x" contact_name="Sam" />\n`;
    const records = [1, 2, 3, 4, 5, 6, 7]
      .map((type) => call(type, `number="+447700900123" duration="${type === 3 || type === 5 || type === 6 ? 0 : 125}" presentation="1"`))
      .join("");
    const withheld = [2, 3, 4]
      .map((presentation) => call(3, `number="" duration="0" presentation="${presentation}"`, 10 + presentation))
      .join("");
    const { acts, reasons } = await handIn({ "calls.xml": `<calls count="10">${records}${withheld}</calls>` });
    expect(reasons).toEqual([]);
    expect(acts.map((act) => act.kind)).toEqual(["call", "call", "call", "voicemail", "call", "call", "call", "call", "call", "call"]);
    expect(acts.map((act) => act.flags.filter((flag) => flag === "missed" || flag === "unanswered" || flag === "withheld-number").join(" "))).toEqual([
      "", "", "missed unanswered", "", "unanswered", "unanswered", "", ...Array.from({ length: 3 }, () => expect.stringContaining("withheld-number")),
    ]); // prettier-ignore
    expect(acts[0]).toMatchObject({ duration: 125, from: { normal: "+447700900123" }, channel: "phone" });
    expect(acts[1]?.from.kind).toBe("owner");
    expect(acts.slice(7).map((act) => act.from.kind)).toEqual(["withheld", "withheld", "withheld"]);
  });
});

describe("damage", () => {
  const five = Array.from({ length: 5 }, (_, i) => sms({ body: `n${i}`, date: at + i })).join("");

  test("a backup that ends in the middle keeps every complete message and says that it is cut, wherever it ends", async () => {
    const whole = smses(five, 5);
    const first = whole.indexOf("<sms ");
    for (let end = first + 1; end < whole.length - 1; end += 13) {
      const { acts, reasons } = await handIn({ "sms.xml": whole.slice(0, end) });
      const complete = (whole.slice(0, end).match(/<sms .*? \/>/g) ?? []).length;
      expect(bodies(acts), String(end)).toEqual(Array.from({ length: complete }, (_, i) => `n${i}`));
      expect(reasons.join(" "), String(end)).toMatch(/truncated|cut|end/i);
    }
  });

  test("a count that lies is told and changes nothing", async () => {
    const { acts, notices, reasons } = await read(five, 2444);
    expect(acts).toHaveLength(5);
    expect([...notices, ...reasons].join(" ")).toMatch(/2,?444/);
    const honest = await read(five, 5);
    expect(honest.notices.join(" ")).not.toMatch(/2,?444|count/i);
  });

  test("a broken message in the middle takes no neighbour with it", async () => {
    for (const broken of [
      '<sms address="+447700900123" date="1" body="x\n',
      '<sms date=12 body="b"/>\n',
      "<sms <sms />\n",
      "<bogus>\n",
      "&&&\n",
      sms({ date: "yesterday" }),
      sms({ type: 99 }),
    ]) {
      const { acts, reasons } = await read(
        `${sms({ body: "before" })}${broken}${sms({ body: "after", date: at + 2 })}${sms({ body: "last", date: at + 3 })}`,
        3,
      );
      expect(bodies(acts), broken).toEqual(expect.arrayContaining(["before", "after", "last"]));
      expect(reasons.length, broken).toBeGreaterThan(0);
    }
  });

  test("an entity of one's own making is never expanded", async () => {
    const { acts } = await handIn({
      "sms.xml": `<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${smses(sms({ body: "&b;" })).replace(/^<\?xml.*?\?>/, "")}`,
    });
    expect(bodies(acts)).toEqual(["&b;"]);
  });
});

test("a file above 512 MB streams", async () => {
  // Never on disk and never in memory: a picture message whose data has 540 MiB of base64, texts before and after it.
  const mebibyte = 1024 * 1024;
  const head = new TextEncoder().encode(
    `<smses count="3">${sms({ body: "before" })}<mms date="${at}" msg_box="1" address="+447700900123"><parts><part seq="0" ct="video/mp4" cl="V.mp4" data="`,
  );
  const tail = new TextEncoder().encode(`"/></parts></mms>${sms({ body: "after", date: at + 1 })}</smses>`);
  const data = Buffer.alloc(2 * mebibyte, "QUJD");
  const dataSize = 540 * mebibyte;
  const source: Source = {
    name: "sms.xml",
    size: head.length + dataSize + tail.length,
    async read(start, end) {
      const most = Math.min(end, start + mebibyte);
      if (start < head.length) return head.slice(start, Math.min(most, head.length));
      const into = start - head.length;
      if (into < dataSize) return new Uint8Array(data.subarray(into % 4, (into % 4) + Math.min(most - start, dataSize - into)));
      return tail.slice(into - dataSize, most - head.length - dataSize);
    },
  };
  const acts: Act[] = [];
  let end = 0;
  for await (const step of readSources([source], optionsOf({}))) {
    if (!("readings" in step)) continue;
    for (const one of step.readings) {
      if ("act" in one) acts.push(one.act);
      const span =
        "act" in one ? one.act.source : "notice" in one ? one.notice.source : "unread" in one ? one.unread.source : one.kept.source;
      expect(span.start).toBe(end);
      end = span.end;
    }
  }
  expect(end).toBe(source.size);
  expect(bodies(acts)).toEqual(["before", null, "after"]);
  const hash = createHash("sha256");
  const unpacked = Buffer.alloc((3 * 2 * mebibyte) / 4, "ABC");
  for (let i = 0; i < 270; i++) hash.update(unpacked);
  expect(acts[1]?.attachments).toMatchObject([{ name: "V.mp4", size: (dataSize / 4) * 3, sha256: hash.digest("hex") }]);
});
