import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAuthority } from "../local-authority.ts";
import { type Ran, project, runUnmask } from "./run-unmask.ts";

const exportsFolder = join(project, "fixtures/sample-case/exports");
const expected: {
  readonly statement: {
    readonly me: string[];
    readonly them: string[];
    readonly toldToStop: string;
    readonly blocked: string[];
    readonly anniversary: string;
  };
  readonly acts: number;
  readonly theirs: number;
  readonly hers: number;
  readonly perChannel: Readonly<Record<string, number>>;
  readonly afterToldToStop: number;
  readonly afterFirstBlock: number;
  readonly withheldCalls: number;
  readonly seenAtTheDoor: number;
  readonly atNight: number;
  readonly days: number;
  readonly busiest: number;
  readonly patterns: readonly string[];
} = JSON.parse(readFileSync(join(project, "fixtures/sample-case/expected.json"), "utf8"));

const folder = mkdtempSync(join(tmpdir(), "unmask-sample-"));
const home = join(folder, "home");
const run = (args: readonly string[], input?: Uint8Array): Promise<Ran> =>
  runUnmask(args, input === undefined ? { home } : { home, input });
const people = [
  ...expected.statement.me.flatMap((name) => ["--me", name]),
  ...expected.statement.them.flatMap((name) => ["--them", name]),
  "--zone",
  "Europe/London",
  "--told-to-stop",
  expected.statement.toldToStop,
  ...expected.statement.blocked.flatMap((day) => ["--blocked", day]),
];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Line {
  readonly act?: {
    readonly id: string;
    readonly channel: string;
    readonly source: { readonly sha256: string; readonly start: number; readonly end: number };
  };
  readonly notice?: unknown;
  readonly unread?: unknown;
  readonly kept?: { readonly name: string };
}

it("every act of the invented case is read, once, from every export", async () => {
  const { code, out, said } = await run(["read", "--summary", "--zone", "Europe/London", exportsFolder]);
  expect(code).toBe(0);
  expect(said).toBe("");
  const summary = JSON.parse(out);
  expect(summary.acts).toBe(expected.acts);
  expect(summary.unread).toBe(0);
  expect(summary.kept.map(({ name }: { name: string }) => name)).toEqual(["exports/phone-2/letter photographed 12 August.jpg"]);
  for (const { people } of summary.sources) {
    for (const person of people) {
      expect(person).toMatchObject({ kind: expect.any(String), wrote: expect.any(String), normal: expect.any(String) });
      if (person.kind === "name") expect(person.wrote.toLowerCase()).toBe(person.normal);
    }
  }
  const importers = new Set(summary.sources.map(({ importer }: { importer: string }) => importer));
  expect(importers).toEqual(
    new Set(["csv", "email", "mbox", "meta-account", "meta-messages", "sms-backup-restore", "telegram", "whatsapp"]),
  );
});

it("what stands in two backups of one phone carries the same ids in both, and each line says where it lies", async () => {
  const { code, out } = await run(["read", "--zone", "Europe/London", exportsFolder]);
  expect(code).toBe(0);
  const lines: Line[] = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const acts = lines.flatMap(({ act }) => act ?? []);
  expect(new Set(acts.map(({ id }) => id)).size).toBe(expected.acts);
  expect(acts.length).toBeGreaterThan(expected.acts);
  const channelOf: Readonly<Record<string, string>> = { calls: "phone", mail: "email", diary: "in-person" };
  for (const [channel, count] of Object.entries(expected.perChannel)) {
    const ids = new Set(acts.filter((act) => act.channel === (channelOf[channel] ?? channel)).map(({ id }) => id));
    expect([channel, ids.size]).toEqual([channel, count]);
  }
});

it("the order in which files are named changes nothing", async () => {
  const folders = readdirSync(exportsFolder).map((name) => join(exportsFolder, name));
  const ids = async (paths: readonly string[]): Promise<string[]> =>
    (await run(["read", "--zone", "Europe/London", ...paths])).out
      .trimEnd()
      .split("\n")
      .flatMap((line) => (JSON.parse(line) as Line).act?.id ?? [])
      .sort();
  expect(await ids(folders)).toEqual(await ids([...folders].reverse()));
});

it("the pattern in the case is found, with the figures that the story has", async () => {
  const { code, out } = await run([
    "pattern",
    exportsFolder,
    ...people,
    "--anniversary",
    `${expected.statement.anniversary}=birthday`,
    "--place",
    "Mill Lane",
    "--json",
  ]);
  expect(code).toBe(0);
  const { findings } = JSON.parse(out) as { findings: { pattern: string; says: string; acts: string[]; couldChange: string[] }[] };
  const byPattern = (name: string): (typeof findings)[number] => {
    const finding = findings.find(({ pattern }) => pattern === name);
    if (!finding) throw new Error(`no finding of ${name}`);
    return finding;
  };
  expect([...new Set(findings.map(({ pattern }) => pattern))].sort()).toEqual(expect.arrayContaining([...expected.patterns]));
  // No file shows that withheld calls, or whoever a camera saw, are theirs: they are counted apart until she says that they are.
  expect(byPattern("frequency").acts.length).toBe(expected.theirs - expected.withheldCalls - expected.seenAtTheDoor);
  expect(byPattern("withheld-calls").acts.length).toBe(expected.withheldCalls);
  for (const finding of findings) {
    expect(finding.acts.length).toBeGreaterThan(0);
    expect(finding.couldChange.length).toBeGreaterThan(0);
  }
});

it("when she says that the withheld calls and the person at the door are theirs, every figure is the story's own", async () => {
  const { out } = await run(["pattern", exportsFolder, ...people, "--them", "withheld", "--them", "person at the door", "--json"]);
  const { findings } = JSON.parse(out) as { findings: { pattern: string; says: string; acts: string[] }[] };
  const actsOf = (name: string): number[] => findings.filter(({ pattern }) => pattern === name).map(({ acts }) => acts.length);
  expect(actsOf("frequency")).toEqual([expected.theirs]);
  expect(actsOf("course-of-conduct")).toEqual([expected.theirs]);
  expect(actsOf("contact-after-stop")).toEqual([expected.afterToldToStop, expected.afterFirstBlock]);
  expect(actsOf("night-time")).toEqual([expected.atNight]);
  const says = findings.find(({ pattern }) => pattern === "frequency")?.says;
  expect(says).toContain(`The acts came on ${expected.days} days; the most in one day is ${expected.busiest}, on 26 September 2026.`);
  expect(says).toContain(`You sent them ${expected.hers}. ${expected.atNight} came between midnight and 5.`);
});

const stamped = makeAuthority();
const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    response.writeHead(200, { "content-type": "application/timestamp-reply" });
    response.end(stamped.stamp(new Uint8Array(Buffer.concat(pieces))));
  });
});
let authority = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const sh = (command: string, cwd: string): string =>
  execFileSync("bash", ["-euo", "pipefail", "-c", command], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

it("the sealed pack opens with age, and stock tools and our own verifier agree that nothing is altered", async () => {
  execFileSync("age-keygen", ["-o", join(folder, "key.txt")], { stdio: "ignore" });
  const recipient = /age1\w+/.exec(readFileSync(join(folder, "key.txt"), "utf8"))?.[0] ?? "";
  const out = join(folder, "out");
  const made = await run(["report", exportsFolder, ...people, "--to", recipient, "--tsa", authority, "--out", out]);
  expect(made.said).toMatch(/The pack: /);
  expect(made.code).toBe(0);
  const [pack = "", key = ""] = readdirSync(out).sort();
  expect(pack).toMatch(/^UM-[0-9A-F]{12}\.age$/);
  expect(key).toBe(pack.replace(/age$/, "pub"));

  const ours = await run([
    "verify",
    join(out, pack),
    "-i",
    join(folder, "key.txt"),
    "--signer",
    join(out, key),
    "--tsa-ca",
    join(stamped.folder, "ca.pem"),
    "--json",
  ]);
  const check = JSON.parse(ours.out);
  expect(check.items.filter(({ verdict }: { verdict: string }) => verdict !== "valid")).toEqual([]);
  expect(check.overall).toBe("verified");
  expect(ours.code).toBe(0);

  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked);
  sh(`age -d -i ../key.txt ../out/${pack} | tar -x`, unpacked);
  sh(
    "sha256sum --strict -c tagmanifest-sha256.txt && sha256sum --strict -c manifest-sha256.txt && sha512sum --strict -c manifest-sha512.txt",
    unpacked,
  );
  sh("find data -type f | LC_ALL=C sort | diff - <(cut -c67- manifest-sha256.txt | LC_ALL=C sort)", unpacked);
  sh(`minisign -V -p ../out/${key} -m tagmanifest-sha256.txt -x seal/tagmanifest-sha256.txt.minisig`, unpacked);
  sh(
    `openssl ts -verify -data tagmanifest-sha256.txt -in seal/tagmanifest-sha256.txt.tsr -CAfile ${join(stamped.folder, "ca.pem")}`,
    unpacked,
  );
  sh(
    'tail -n +2 seal/tagmanifest-sha256.txt.tlog-proof > tagmanifest-sha256.txt.spicy && spicy-litetlog -verify "$(cat seal/log.vkey)" tagmanifest-sha256.txt',
    unpacked,
  );
  const packedActs = join(unpacked, "data/acts.jsonl.gz");
  const acts = gunzipSync(readFileSync(packedActs)).toString();
  expect(acts.trimEnd().split("\n").length).toBe(expected.acts);
  expect(statSync(join(out, pack)).size).toBeLessThanOrEqual(3_000_000);
  // All but the print, which has a bar of its own.
  const printed = ["report.pdf", "chronology.pdf"].reduce((sum, name) => sum + statSync(join(unpacked, "data", name)).size, 0);
  expect(statSync(join(out, pack)).size - printed).toBeLessThanOrEqual(1_500_000);
  expect(sh("pdftotext -l 1 data/report.pdf -", unpacked)).toMatch(/not a witness statement/i);

  writeFileSync(packedActs, gzipSync(acts.replace("Hannah", "Hanna")));
  rmSync(join(unpacked, "tagmanifest-sha256.txt.spicy"));
  const altered = await run(["verify", unpacked, "--signer", join(out, key), "--json"]);
  expect(altered.code).toBe(1);
  expect(JSON.parse(altered.out).items).toContainEqual(expect.objectContaining({ path: "data/acts.jsonl.gz", verdict: "altered" }));
});

it("without a recipient the pack is a folder, and a stranger's verifier says that the signer is not known", async () => {
  const out = join(folder, "plain");
  const made = await run([
    "report",
    join(exportsFolder, "bank"),
    "--me",
    "Hannah Reyes",
    "--them",
    "O PIKE",
    "--zone",
    "Europe/London",
    "--out",
    out,
  ]);
  expect(made.code).toBe(0);
  const name = readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "";
  const stranger = await runUnmask(["verify", join(out, name)], { home: join(folder, "stranger") });
  expect(stranger.code).toBe(3);
  expect(stranger.out).toMatch(/^Nothing is altered\. But the signer/);
});

it("a time-stamp authority that does not answer leaves a pack that says it has no time-stamp", async () => {
  const out = join(folder, "no-time");
  const made = await run([
    "report",
    join(exportsFolder, "bank"),
    "--me",
    "Hannah Reyes",
    "--them",
    "O PIKE",
    "--zone",
    "Europe/London",
    "--tsa",
    "http://127.0.0.1:9/",
    "--out",
    out,
  ]);
  expect(made.code).toBe(0);
  expect(made.said).toMatch(/no time-stamp, and says so/);
  const name = readdirSync(out).find((one) => !one.endsWith(".pub")) ?? "";
  const check = JSON.parse((await run(["verify", join(out, name), "--json"])).out);
  expect(check.items).toContainEqual(expect.objectContaining({ verdict: "no-time" }));
  expect(check.overall).toBe("verified");
});
