import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Act, type Instant, type Reading, type Source, parseZone } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHasher, readingsOf, sourceOf, stepsOf } from "../../../../../fixtures/importers/fixture.ts";
import { smsBackupRestore } from "./sms-backup-restore.ts";

const zone = parseZone("Europe/London");
if (!zone) throw new Error("no zone");
const options = {
  importers: [smsBackupRestore],
  zone,
  zoneStated: true,
  now: Date.UTC(2026, 10, 25, 12) as Instant,
  country: "GB",
  createHasher,
};

async function read(source: Source): Promise<Reading[]> {
  const steps = await stepsOf([source], options);
  for (const step of steps) if ("fault" in step) throw new Error("the importer threw", { cause: step.fault.error });
  const readings = readingsOf(steps);
  // The entrance fills a gap that an importer leaves; here a gap is a mistake.
  expect(saidOf(readings).filter((says) => says.startsWith("Our reader"))).toEqual([]);
  return readings;
}

/** What is held is told from what is only not yet swept. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

const readDocument = (text: string) => read(sourceOf("sms.xml", new TextEncoder().encode(text)));
const actsOf = (readings: readonly Reading[]): Act[] => readings.flatMap((reading) => ("act" in reading ? [reading.act] : []));
const saidOf = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => ("notice" in reading ? [reading.notice.says] : "unread" in reading ? [reading.unread.reason] : []));
const spanOf = (reading: Reading) =>
  "act" in reading
    ? reading.act.source
    : "notice" in reading
      ? reading.notice.source
      : "unread" in reading
        ? reading.unread.source
        : reading.kept.source;

function expectTiles(readings: readonly Reading[], size: number): void {
  let reached = 0;
  for (const { start, end } of readings.map(spanOf)) {
    expect(start).toBe(reached);
    expect(end).toBeGreaterThanOrEqual(start);
    reached = end;
  }
  expect(reached).toBe(size);
}

const sms = (attributes: string) => `<sms address="+447700900123" date="1772182800000" type="1" body="x" ${attributes}/>`;

describe("what a record says", () => {
  test("an emoji in two halves arrives whole", async () => {
    const [act] = actsOf(
      await readDocument('<smses count="1"><sms address="1" date="1772182800000" type="1" body="&#55357;&#56832;"/></smses>'),
    );
    expect(act?.text).toBe("😀");
    expect(act?.flags).toEqual([]);
  });

  test("the time is the attribute as written, to the millisecond, and the readable date counts for nothing", async () => {
    const [act] = actsOf(await readDocument(`<smses>${sms('readable_date="1 Jan 1999 00:00:00" date_sent="1"')}</smses>`));
    expect(act?.when).toEqual({ wrote: "1772182800000", zone: "UTC", earliest: 1772182800000, latest: 1772182800000 });
  });

  test("seconds in date_sent of a picture message do not touch its time", async () => {
    const [act] = actsOf(
      await readDocument('<smses><mms date="1772182800000" date_sent="1772182790" msg_box="1" address="+447700900123"></mms></smses>'),
    );
    expect(act?.when.earliest).toBe(1772182800000);
  });

  test("the word null is nothing: no text, no name, no subject", async () => {
    const [act] = actsOf(
      await readDocument(
        '<smses><sms address="07700900123" date="1772182800000" type="1" body="null" subject="null" contact_name="null"/></smses>',
      ),
    );
    expect(act).toMatchObject({ text: null, from: { normal: "+447700900123" } });
    expect(act).not.toHaveProperty("subject");
    expect(act?.from).not.toHaveProperty("name");
  });

  test.each([
    ["4", "+44770090012", ["not-delivered"]],
    ["5", "+44770090012", ["not-delivered"]],
    ["6", "+44770090012", ["not-delivered"]],
    ["2", "+44770090012", []],
  ])("a message of type %s is hers", async (type, address, flags) => {
    const [act] = actsOf(await readDocument(`<smses><sms address="${address}" date="1772182800000" type="${type}" body="b"/></smses>`));
    expect(act?.from.kind).toBe("owner");
    expect(act?.flags).toEqual(flags);
  });

  test("a draft is no act", async () => {
    const readings = await readDocument('<smses><sms address="1" date="1772182800000" type="3" body="b"/></smses>');
    expect(actsOf(readings)).toEqual([]);
    expect(saidOf(readings)).toContain("unsent draft");
  });

  test("three equal messages are three acts", async () => {
    const acts = actsOf(await readDocument(`<smses>${sms("").repeat(3)}</smses>`));
    expect(acts.map((act) => act.id.slice(-2))).toEqual(["-1", "-2", "-3"]);
  });

  test.each(["2", "3", "4"])("a call of presentation %s comes from nobody named", async (presentation) => {
    const [act] = actsOf(
      await readDocument(`<calls><call number="" duration="0" date="1772182800000" type="3" presentation="${presentation}"/></calls>`),
    );
    expect(act?.from).toEqual({ kind: "withheld", wrote: "", normal: "withheld" });
    expect(act?.flags).toEqual(["withheld-number", "missed", "unanswered"]);
  });
});

describe("a group", () => {
  const received = (addresses: string) =>
    `<smses><mms date="1772182800000" msg_box="1" address="+447700900123~+447700900456"><addrs>${addresses}</addrs></mms></smses>`;

  test("whoever wrote is told by the addresses, and a number that stands nowhere else is hers", async () => {
    const [act] = actsOf(
      await readDocument(
        received(
          '<addr address="07700900456" type="137"/><addr address="07700900123" type="151"/><addr address="07700900001" type="151"/>',
        ),
      ),
    );
    expect(act?.from.normal).toBe("+447700900456");
    expect(act?.to.map(({ kind, normal, wrote }) => [kind, normal, wrote])).toEqual([
      ["owner", "owner", "07700900001"],
      ["phone", "+447700900123", "+447700900123"],
    ]);
  });

  test("without a sender among the addresses it comes from the group, never from a guess", async () => {
    const [act] = actsOf(await readDocument(received("")));
    expect(act?.from).toEqual({ kind: "group", wrote: "+447700900123~+447700900456", normal: "+447700900123~+447700900456" });
    expect(act?.to.map(({ kind }) => kind)).toEqual(["owner"]);
  });

  test("addresses that are all the same person are one", async () => {
    const same = '<addr address="+447700900123" type="137"/><addr address="+447700900123" type="151"/>';
    const [act] = actsOf(
      await readDocument(`<smses><mms date="1772182800000" msg_box="1" address="+447700900123"><addrs>${same}</addrs></mms></smses>`),
    );
    expect(act?.from.normal).toBe("+447700900123");
    expect(act?.to.map(({ kind }) => kind)).toEqual(["owner"]);
  });
});

describe("attachments", () => {
  const picture = (data: string) =>
    `<smses><mms date="1772182800000" msg_box="1" address="+447700900123"><parts><part seq="0" ct="image/jpeg" cl="a.jpg" data="${data}"/></parts></mms></smses>`;

  test("any bytes are hashed as they were before base64, wherever the window cuts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 100_000 }), async (size) => {
        const bytes = createHash("shake256", { outputLength: size }).update("picture").digest();
        const [act] = actsOf(await readDocument(picture(bytes.toString("base64"))));
        if (size === 0) expect(act?.flags).toEqual(["media-missing"]);
        else expect(act?.attachments[0]).toMatchObject({ size, sha256: createHash("sha256").update(bytes).digest("hex") });
      }),
      { seed: 20261125, numRuns: 40 },
    );
  });

  test("a film of fifty megabytes is hashed without being held", async () => {
    const size = 50_000_000;
    const head = new TextEncoder().encode(picture("").replace('"/></parts></mms></smses>', ""));
    const tail = new TextEncoder().encode('"/></parts></mms></smses>');
    const digits = Math.ceil(size / 3) * 4;
    const whole = head.length + digits + tail.length;
    const document = (at: number) =>
      at < head.length ? (head[at] ?? 0) : at < head.length + digits ? 0x41 : (tail[at - head.length - digits] ?? 0);
    let looked = 0;
    let held = 0;
    const look = (at: number): void => {
      collectGarbage();
      looked = at;
      held = Math.max(held, process.memoryUsage().arrayBuffers);
    };
    const source: Source = {
      name: "sms.xml",
      size: whole,
      async read(start, end) {
        if (start > looked + 8_000_000) look(start);
        const bytes = new Uint8Array(Math.max(0, Math.min(end, whole) - start)).fill(0x41);
        for (let i = 0; i < bytes.length && start + i < head.length; i++) bytes[i] = document(start + i);
        for (let i = bytes.length - 1; i >= 0 && start + i >= head.length + digits; i--) bytes[i] = document(start + i);
        return bytes;
      },
    };
    look(0);
    const before = held;
    const [act] = actsOf(await read(source));
    expect(held - before).toBeLessThan(12_000_000);
    expect(act?.attachments[0]?.size).toBe((digits / 4) * 3);
  });

  test.each(["QUJ", "QUJD=A", "Q*JD", "Q", "QUJD&#10", "QQ==="])("what is no base64 (%s) gets no hash", async (data) => {
    const [act] = actsOf(await readDocument(picture(data)));
    if (data === "QUJ") expect(act?.attachments[0]?.size).toBe(2);
    else {
      expect(act?.attachments[0]).not.toHaveProperty("sha256");
      expect(act?.flags).toContain("decoding-doubtful");
    }
  });
});

describe("what is missing or broken is said", () => {
  test("a count that is wrong", async () => {
    expect(saidOf(await readDocument(`<smses count="5">${sms("")}</smses>`))).toContain(
      "end of the document: records declared 5, records found 1",
    );
    expect(saidOf(await readDocument(`<smses count="1">${sms("")}</smses>`))).toContain("end of the document");
  });

  test("a file that ends anywhere keeps every whole record before it, and says truncated unless it is whole", async () => {
    const document = `<smses count="2">\n${sms("")}\n${sms("")}\n</smses>\n`;
    const ends = [...document.matchAll(/\/>/g)].map(({ index }) => index + 2);
    for (let size = '<smses count="2">'.length; size <= document.length; size++) {
      const readings = await readDocument(document.slice(0, size));
      expect(actsOf(readings).length, `${size}`).toBe(ends.filter((end) => end <= size).length);
      expect(
        saidOf(readings).some((says) => says.includes("truncated")),
        `${size}`,
      ).toBe(size < document.length - 1);
      expectTiles(readings, size);
    }
  });

  test("a picture message that another record interrupts", async () => {
    const readings = await readDocument(`<smses><mms date="1" msg_box="1"><parts>${sms("")}</smses>`);
    expect(actsOf(readings).length).toBe(1);
    expect(saidOf(readings)).toContain("a picture message with an element that breaks the rules of XML");
  });

  test("a picture message of more parts or more text than any phone makes, and what follows it is read", async () => {
    const open = '<smses><mms date="1772182800000" msg_box="1">';
    for (const inside of ["<part/>".repeat(10_001), `<part text="${"x".repeat(900_000)}"/>`.repeat(8)]) {
      const readings = await readDocument(`${open}${inside}</mms>${sms("")}</smses>`);
      expect(saidOf(readings)).toContain("a picture message with an element longer than any phone writes");
      expect(actsOf(readings).length).toBe(1);
    }
  });

  test("a declared entity is never expanded", async () => {
    const bomb = `<!DOCTYPE smses [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><smses><sms address="1" date="1772182800000" type="1" body="&b;"/></smses>`;
    const readings = await readDocument(bomb);
    expect(actsOf(readings)[0]).toMatchObject({ text: "&b;", flags: ["decoding-doubtful"] });
    expect(saidOf(readings)).toContain("document type, whose entities are never expanded");
  });
});

test("a damaged export never throws and loses no byte", async () => {
  const folder = join(import.meta.dirname, "../../../../../fixtures/importers/sms-backup-restore");
  const samples = [
    "messages/input/sms-20260301120000.xml",
    "pictures/input/sms-20260301120500.xml",
    "calls/input/calls-20260301120000.xml",
  ].map((name) => readFileSync(join(folder, name)));
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.integer({ min: 0, max: 60 }),
    put: fc.oneof(fc.constantFrom('"', "'", "<", ">", "&", "/>", "<mms ", "</mms>", "<!--", "<![CDATA[", "</smses>", "\0"), fc.string()),
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 6 }), async (sample, changes) => {
      let bytes: Buffer = sample;
      for (const { at, cut, put } of changes) {
        const from = Math.floor(200 + at * (bytes.length - 200));
        bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + cut)]);
      }
      expectTiles(await read(sourceOf("sms.xml", bytes)), bytes.length);
    }),
    { seed: 20261125, numRuns: 400 },
  );
});

describe("the end of the time that a backup covers", () => {
  const text = `<sms address="+447700900123" date="1772182800123" type="1" body="Hello" />`;
  const coversOf = async (document: string) => {
    const steps = await stepsOf([sourceOf("sms.xml", new TextEncoder().encode(document))], options);
    return steps.flatMap((step) => ("coverage" in step ? [step.coverage.covers] : []))[0];
  };

  test("is the moment of the backup", async () => {
    const covers = await coversOf(`<smses count="1" backup_date="1773997200000">${text}</smses>`);
    expect(covers).toEqual({ until: Date.parse("2026-03-20T09:00:00Z") });
  });

  test.each([
    ["the file is cut off", `<smses count="1" backup_date="1773997200000">${text}`],
    ["records are missing", `<smses count="2" backup_date="1773997200000">${text}</smses>`],
    ["nobody says how many records there are", `<smses backup_date="1773997200000">${text}</smses>`],
    ["the backup is dated after its import", `<smses count="1" backup_date="17739972000000">${text}</smses>`],
    ["the date is no date", `<smses count="1" backup_date="null">${text}</smses>`],
  ])("is not stated where %s", async (_, document) => {
    expect(await coversOf(document)).toBeUndefined();
  });
});
