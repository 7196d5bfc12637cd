import { expect, test } from "vitest";
import type { Act, ActId, Covers } from "./act.ts";
import { fileSpans } from "./file-spans.ts";
import type { Instant } from "./instant.ts";
import { type Sha256, parseSha256 } from "./sha256.ts";
import { type Timeline, mergeActs } from "./timeline.ts";

function sha(digit: string): Sha256 {
  const sha256 = parseSha256(digit.repeat(64));
  if (!sha256) throw new Error("no hash");
  return sha256;
}

interface Message {
  readonly file: string;
  readonly at: number;
  readonly far?: true;
}

/** Messages of files, of which the first may show more of its own span. */
function makeTimeline(messages: readonly Message[], { covers, folder = "" }: { covers?: Covers; folder?: string } = {}): Timeline {
  const sourceOf = (file: string): Act["source"] => ({ sha256: sha(file), name: folder.replace("*", file) || file, start: 0, end: 10 });
  const acts = messages.map(({ file, at, far }, i): Act => ({
    id: `x${i}-1` as ActId,
    kind: "message",
    channel: "messenger",
    when: { wrote: String(at), zone: "UTC", earliest: at as Instant, latest: at as Instant },
    from: { kind: "name", wrote: "Sam", normal: "sam" },
    to: [],
    text: String(i),
    attachments: [],
    flags: far ? ["far-date"] : [],
    grade: "structured-export",
    source: sourceOf(file),
  }));
  const coverage = [...new Set(messages.map(({ file }) => file))].map((file, i) => {
    const own = messages.filter((one) => one.file === file).map(({ at }) => at);
    const ends = { first: Math.min(...own) as Instant, last: Math.max(...own) as Instant };
    return { source: sourceOf(file), importer: "t", acts: 1, notices: 0, unread: 0, ...ends, ...(i === 0 && covers ? { covers } : {}) };
  });
  return mergeActs(acts, coverage);
}

const spanOf = (file: string, timeline: Timeline): unknown => fileSpans(timeline).get(sha(file));

test("a file covers the days that it says it covers, and no fewer than its acts have", () => {
  const acts = [
    { file: "a", at: 10 },
    { file: "a", at: 20 },
  ];
  const covers = (from: number, until: number): Covers => ({ from: from as Instant, until: until as Instant });
  expect(spanOf("a", makeTimeline(acts, { covers: covers(5, 30) }))).toEqual({ earliest: 5, latest: 30 });
  expect(spanOf("a", makeTimeline(acts, { covers: covers(12, 15) }))).toEqual({ earliest: 10, latest: 20 });
});

test("a message dated in 1970 makes no file cover fifty years", () => {
  const acts = [
    { file: "a", at: 0, far: true },
    { file: "a", at: 10 },
    { file: "b", at: 0, far: true },
  ] as const;
  expect(spanOf("a", makeTimeline(acts))).toEqual({ earliest: 10, latest: 10 });
  expect(spanOf("b", makeTimeline(acts))).toBeUndefined();
});

test("two chats of one download were asked for together and cover one span", () => {
  const acts = [
    { file: "a", at: 10 },
    { file: "b", at: 40 },
  ];
  const span = { earliest: 10, latest: 40 };
  const timeline = makeTimeline(acts, { folder: "facebook/messages/inbox/*/message_1.json" });
  expect([spanOf("a", timeline), spanOf("b", timeline)]).toEqual([span, span]);
});
