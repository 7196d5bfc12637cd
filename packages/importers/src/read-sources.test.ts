import { createHash } from "node:crypto";
import { type Act, type Instant, type Reading, type Source, parseSha256, parseZone } from "@unmask/core";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { expect, test } from "vitest";
import { type Importer, act, notice, unread } from "./importer.ts";
import { parseIdentity } from "./identity.ts";
import { type ImportStep, type ReadSourcesOptions, readSources } from "./read-sources.ts";

/** A format of the test's own: each line is an act, lines with "#" are notices, "attach NAME" asks for a file. */
const lines: Importer = {
  id: "lines",
  label: "Lines",
  version: "1",
  recognises: (head) => head.name.endsWith(".lines"),
  async *read(source, context) {
    const text = new TextDecoder().decode(await source.read(0, source.size));
    if (text.includes("THROW")) throw new Error("a mistake");
    let at = 0;
    for (const line of text.split(/(?<=\n)/)) {
      const span = context.spanOf(at, at + line.length);
      at += line.length;
      if (line.startsWith("GAP")) continue;
      const file = line.startsWith("attach ") ? await context.sibling(line.slice(7).trim()) : undefined;
      yield [
        line.startsWith("#") ? notice("a comment", span) : line === "\n" ? unread("a blank line", span) : act(actOf(line, file, span)),
      ];
    }
    function actOf(line: string, file: { name: string; sha256: Act["source"]["sha256"] } | undefined, span: Act["source"]): Act {
      return {
        id: context.tally.idOf("lines", [line]),
        kind: "message",
        channel: "other",
        when: { wrote: "", zone: "UTC", earliest: context.now, latest: context.now },
        from: parseIdentity("Sam", "GB"),
        to: [],
        text: line,
        attachments: file ? [{ name: file.name, sha256: file.sha256 }] : [],
        flags: [],
        grade: "text-export",
        source: span,
      };
    }
  },
};

const london = parseZone("Europe/London");
if (!london) throw new Error("no zone");
const zone = london;

function source(name: string, content: string | Uint8Array): Source {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

function createHasher() {
  const hash = createHash("sha256");
  return {
    update: (bytes: Uint8Array) => void hash.update(bytes),
    digest() {
      const sha256 = parseSha256(hash.digest("hex"));
      if (!sha256) throw new Error("no hash");
      return sha256;
    },
  };
}

async function stepsOf(sources: readonly Source[], more: Partial<ReadSourcesOptions> = {}) {
  const steps: ImportStep[] = [];
  const options = { importers: [lines], zone, zoneStated: true, now: 0 as Instant, country: "GB", createHasher, ...more };
  for await (const step of readSources(sources, options)) steps.push(step);
  return steps;
}

function readingsOf(steps: readonly ImportStep[]): Reading[] {
  return steps.flatMap((step) => ("readings" in step ? [...step.readings] : []));
}

/** A short word for each reading. */
function told(steps: readonly ImportStep[]): string[] {
  return readingsOf(steps).map((reading) => {
    if ("act" in reading) return `act ${reading.act.source.name} ${reading.act.text?.trim()}`;
    if ("notice" in reading) return `notice ${reading.notice.source.name}`;
    if ("unread" in reading) return `unread ${reading.unread.reason}`;
    return `kept ${reading.kept.name}`;
  });
}

async function zipOf(files: Record<string, string | Uint8Array>, options: { level?: number; password?: string } = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, new Uint8ArrayReader(typeof content === "string" ? new TextEncoder().encode(content) : content));
  }
  return writer.close();
}

test("a file that an act refers to is its attachment and no line of its own; what nobody reads is kept", async () => {
  const steps = await stepsOf([source("picture.jpg", "p"), source("chat.lines", "hello\nattach Picture.JPG\n"), source("other.bin", "o")]);
  expect(steps.flatMap((step) => ("found" in step ? [step.found] : []))).toEqual([3]);
  expect(told(steps)).toEqual(["act chat.lines hello", "act chat.lines attach Picture.JPG", "kept other.bin"]);
  const [, withPicture] = readingsOf(steps);
  const sha256 = createHash("sha256").update("p").digest("hex");
  expect(withPicture).toMatchObject({ act: { attachments: [{ name: "picture.jpg", sha256 }] } });
});

test("the order in which files are handed in changes no file's readings", async () => {
  const files = [source("b.lines", "one\none\n"), source("a.lines", "attach x.jpg\n"), source("x.jpg", "x"), source("y.jpg", "y")];
  const forward = readingsOf(await stepsOf(files));
  const backward = readingsOf(await stepsOf(files.toReversed()));
  const sorted = (readings: Reading[]) => readings.map((reading) => JSON.stringify(reading)).sort();
  expect(sorted(backward)).toEqual(sorted(forward));
});

test("a zip is hashed whole, and its files are read with their own bytes", async () => {
  const bytes = await zipOf({ "chat/x.lines": "hello\nattach p.jpg\n", "chat/p.jpg": "p" });
  const steps = await stepsOf([source("export.zip", bytes)]);
  expect(told(steps)).toEqual(["act chat/x.lines hello", "act chat/x.lines attach p.jpg"]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(steps[0]).toMatchObject({ original: { sha256, size: bytes.length } });
  expect(readingsOf(steps)[0]).toMatchObject({
    act: {
      source: {
        name: "chat/x.lines",
        start: 0,
        end: 6,
        sha256: createHash("sha256").update("hello\nattach p.jpg\n").digest("hex"),
        within: [{ name: "export.zip", sha256 }],
      },
    },
  });
});

test("a zip in a zip is opened, and the chain of both is told", async () => {
  const inner = await zipOf({ "x.lines": "hello\n" });
  const outer = await zipOf({ "in/inner.zip": inner });
  const [reading] = readingsOf(await stepsOf([source("outer.zip", outer)]));
  expect(reading).toMatchObject({ act: { source: { within: [{ name: "outer.zip" }, { name: "in/inner.zip" }] } } });
});

test("a picture in another chat's folder is not taken for this chat's", async () => {
  const steps = await stepsOf([source("a/x.lines", "attach p.jpg\n"), source("b/p.jpg", "p")]);
  expect(readingsOf(steps)[0]).toMatchObject({ act: { attachments: [] } });
  expect(told(steps)).toContain("kept b/p.jpg");
});

test("bytes that an importer passes over are told as unread", async () => {
  const steps = await stepsOf([source("x.lines", "one\nGAP\ntwo\nGAP")]);
  expect(told(steps).map((line) => line.slice(0, 30))).toEqual([
    "act x.lines one",
    "act x.lines two",
    "unread Our reader for this kin",
    "unread Our reader for this kin",
  ]);
  expect(steps.find((step) => "coverage" in step)).toMatchObject({ coverage: { acts: 2, unread: 2 } });
});

test("an importer's mistake is said aloud and loses nothing, and the next file is read", async () => {
  const steps = await stepsOf([source("x.lines", "THROW"), source("y.lines", "two\n")]);
  expect(told(steps)).toEqual([expect.stringContaining("unread Our reader for this kind of file broke off"), "act y.lines two"]);
  expect(steps.find((step) => "fault" in step)).toMatchObject({ fault: { importer: "lines", source: { name: "x.lines" } } });
});

test("an error of the disk is the app's to handle", async () => {
  const broken: Source = { name: "x.lines", size: 5, read: () => Promise.reject(new Error("disk")) };
  await expect(stepsOf([broken])).rejects.toThrow("disk");
});

test("cancelling keeps what was read and says what was not reached", async () => {
  const controller = new AbortController();
  const slow: Source = { ...source("x.lines", "one\ntwo\n") };
  const options = { importers: [lines], zone, zoneStated: true, now: 0 as Instant, country: "GB", createHasher, signal: controller.signal };
  const steps: ImportStep[] = [];
  for await (const step of readSources([slow, source("y.lines", "three\n")], options)) {
    steps.push(step);
    if ("readings" in step) controller.abort();
  }
  expect(told(steps)).toEqual(["act x.lines one", expect.stringContaining("unread You stopped the import here")]);
  expect(steps.at(-1)).toEqual({ stopped: { filesNotReached: 1 } });
});

test("cancelling before anything was opened says how many files were not reached", async () => {
  const controller = new AbortController();
  controller.abort();
  const zip = await zipOf({ "x.lines": "hello\n" });
  const steps = await stepsOf([source("e.zip", zip), source("y.lines", "one\n")], { signal: controller.signal });
  expect(steps).toEqual([{ stopped: { filesNotReached: 2 } }]);
});

test("an importer that ends by throwing when the person cancels made no mistake", async () => {
  const controller = new AbortController();
  const throwing: Importer = {
    ...lines,
    async *read(_, context) {
      yield [notice("first", context.spanOf(0, 1))];
      controller.abort();
      context.signal?.throwIfAborted();
    },
  };
  const steps: ImportStep[] = [];
  const options = {
    importers: [throwing],
    zone,
    zoneStated: true,
    now: 0 as Instant,
    country: "GB",
    createHasher,
    signal: controller.signal,
  };
  for await (const step of readSources([source("x.lines", "one\n")], options)) steps.push(step);
  expect(told(steps)).toEqual(["notice x.lines", expect.stringContaining("You stopped the import here")]);
  expect(steps.some((step) => "fault" in step)).toBe(false);
});

test("an empty file is kept", async () => {
  expect(told(await stepsOf([source("x.lines", "")]))).toEqual(["kept x.lines"]);
});

test("progress never goes back and ends at its total", async () => {
  const zip = await zipOf({ "x.lines": "hello\n".repeat(1000), "p.jpg": "p".repeat(5000) });
  const seen: [number, number][] = [];
  await stepsOf([source("e.zip", zip), source("y.lines", "one\n")], { onProgress: (done, total) => void seen.push([done, total]) });
  expect(seen.every(([done], i) => i === 0 || done >= (seen[i - 1]?.[0] ?? 0))).toBe(true);
  expect(seen.every(([done, total]) => done <= total)).toBe(true);
});

test("a file that was stated to be of another clock is read by it, and so is all that lies in such an archive", async () => {
  const [bytes, own] = [await zipOf({ "x.lines": "hello\n" }), source("y.lines", "hello\n")];
  const hashOf = (content: Uint8Array) => parseSha256(createHash("sha256").update(content).digest("hex")) ?? expect.fail("it is one");
  const files = new Map([[hashOf(bytes), { at: 7 as Instant }]]);
  const times = readingsOf(await stepsOf([source("export.zip", bytes), own], { files })).map(
    (reading) => "act" in reading && [reading.act.source.name, reading.act.when.earliest],
  );
  expect(times).toEqual([
    ["x.lines", 7],
    ["y.lines", 0],
  ]);
});
