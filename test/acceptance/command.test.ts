import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Ran, runUnmask } from "../cli/run-unmask.ts";
import { type Files, writeFiles } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";

/** A few of the same things through the door that a person uses. */

const folder = mkdtempSync(join(tmpdir(), "unmask-acceptance-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function read(files: Files, ...options: string[]): Promise<Ran> {
  const own = join(folder, String(++count));
  return runUnmask(["read", ...writeFiles(files, own), ...options], { home: join(folder, "home") });
}

interface Line {
  readonly act?: {
    readonly id: string;
    readonly text: string;
    readonly flags: string[];
    readonly when: { earliest: string; latest: string; or?: object[] };
  };
  readonly unread?: { readonly reason: string };
}
const linesOf = ({ out }: Ran): Line[] => out.trim().split("\n").map((line) => JSON.parse(line) as Line); // prettier-ignore
const actsOf = (ran: Ran) => linesOf(ran).flatMap(({ act }) => (act ? [act] : []));
const months = ["01/02/2025", "01/03/2025", "01/04/2025", "01/05/2025"].map((day) => `${day}, 12:00 - Sam: hi\n`).join("");
const chat = "WhatsApp Chat with Sam.txt";

test("the zone and the order of dates that a person states are followed", async () => {
  const plain = await read({ [chat]: months });
  expect(plain.code).toBe(0);
  expect(plain.said).toContain("Europe/London");
  expect(
    actsOf(plain).every(
      (act) => act.flags.includes("zone-assumed") && act.flags.includes("date-order-assumed") && act.when.or?.length === 1,
    ),
  ).toBe(true);
  const stated = await read({ [chat]: months }, "--zone", "America/New_York", "--date-order", "mdy");
  expect(actsOf(stated).map((act) => Date.parse(act.when.earliest))).toEqual(
    [2, 3, 4, 5].map((day) => meant(`2025-01-0${day}T12:00`, "America/New_York").earliest),
  );
  expect(actsOf(stated).flatMap((act) => act.flags)).toEqual([]);
  expect(actsOf(stated).map((act) => act.id)).toEqual(actsOf(plain).map((act) => act.id));
});

test("an impossible date makes the exit 3, and what it says names no words of anybody", async () => {
  const ran = await read(
    { [chat]: "28/02/2025, 12:00 - Sam: before\n31/02/2025, 12:00 - Sam: secret words\n01/03/2025, 12:00 - Sam: after\n" },
    "--zone",
    "Europe/London",
  );
  expect(ran.code).toBe(3);
  expect(actsOf(ran).map((act) => act.text)).toEqual(["before", "after"]);
  expect(linesOf(ran).filter((line) => line.unread)).toHaveLength(1);
  expect(ran.out + ran.said).not.toContain("secret words");
});

test("two exports that overlap, in either order, sum to the chat", async () => {
  const lines = Array.from({ length: 10 }, (_, i) => `13/03/2025, 12:${10 + (i >> 1)} - Sam: ${i >> 1}\n`);
  const files = { "a/chat.txt": "", [`a/${chat}`]: lines.slice(0, 6).join(""), [`b/${chat}`]: lines.slice(4).join("") };
  const own = join(folder, "overlap");
  const [a, b] = writeFiles(files, own);
  if (a === undefined || b === undefined) throw new Error("two folders");
  const runs = await Promise.all(
    [
      [a, b],
      [b, a],
    ].map((paths) => runUnmask(["read", ...paths, "--zone", "Europe/London"], { home: join(folder, "home") })),
  );
  const ids = runs.map((ran) =>
    actsOf(ran)
      .map((act) => act.id)
      .sort(),
  );
  expect(ids[0]).toEqual(ids[1]);
  expect(new Set(ids[0]).size).toBe(10);
});

test("standard input is read like a file", async () => {
  const text = new TextEncoder().encode(months);
  const ran = await runUnmask(["read", "-", "--zone", "Europe/London"], { home: join(folder, "home"), input: text });
  expect(actsOf(ran)).toHaveLength(4);
});

test("a text with an emoji in two references prints as the emoji", async () => {
  writeFileSync(
    join(folder, "sms.xml"),
    '<smses count="1"><sms address="+447700900123" date="1741860000000" type="1" body="&#55357;&#56832;"/></smses>',
  );
  const ran = await runUnmask(["read", join(folder, "sms.xml")], { home: join(folder, "home") });
  expect(ran.code).toBe(0);
  expect(actsOf(ran).map((act) => act.text)).toEqual(["😀"]);
});
