import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Source, reveal } from "@unmask/core";
import { openTar, verifyPack } from "@unmask/pack";
import { tarOf } from "@unmask/formats";
import { certificatesFromPem, createIdentity, formatPublicKey, openStream, parseIdentity, recipientOf, sealStream } from "@unmask/seal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFilesInFolder } from "../../fittings/node/src/pack-folder.ts";
import { type LocalAuthority, makeAuthority } from "../local-authority.ts";
import { nativeAead } from "../native-aead.ts";
import { exampleReport, laterReport, partialReport } from "./example-report.ts";
import { textOf } from "./reseal.ts";
import { askAuthority, buildExample, createHash, exampleFiles, exampleSigner, otherSigner, repeatableBytes } from "./sealed-example.ts";

const document = readFileSync(new URL("../../docs/formats/pack.md", import.meta.url), "utf8");

let tsa: LocalAuthority;
let folder: string;
let sealed: Uint8Array;
let guide: string;

beforeAll(async () => {
  tsa = makeAuthority();
  const identity = await createIdentity();
  const built = buildExample({ timeStamp: askAuthority(tsa) });
  sealed = await gather(sealStream(tarOf(built.entries), { recipients: [await recipientOf(identity)], aead: nativeAead }));
  guide = new TextDecoder().decode((await exampleFiles()).get("data/VERIFY.md"));
  folder = mkdtempSync(join(tmpdir(), "unmask-stranger-"));
  writeFileSync(join(folder, "UM-0123456789ab.age"), sealed);
  writeFileSync(join(folder, "key.txt"), `${reveal(identity)}\n`);
  writeFileSync(join(folder, "known-signer.pub"), built.publicKey);
  writeFileSync(join(folder, "trusted-tsa.pem"), tsa.anchorPem);
});
afterAll(() => {
  rmSync(tsa.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece.slice());
  return Uint8Array.from(Buffer.concat(pieces));
}

/** The lines of all `bash` blocks of a Markdown text. */
function commandsOf(text: string): string[] {
  return [...text.matchAll(/```bash\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.trimEnd().split("\n"));
}

/** Runs the commands one after the other in a clean copy of the stranger's folder; the number of the one that fails, or "all". */
function runInCleanFolder(commands: readonly string[], tamper = ""): { readonly ended: string; readonly said: string } {
  const clean = mkdtempSync(join(tmpdir(), "unmask-clean-"));
  try {
    execFileSync("cp", ["-r", `${folder}/.`, clean]);
    const [open, rest] = [commands.slice(0, 3), commands.slice(3)];
    const lines = [...open, tamper, ...rest].filter((line) => line !== "");
    const script = lines
      .map(
        (line) =>
          `${line}\nstatus=$?; [ "$status" = 0 ] || { echo "FAILED $status: ${line.slice(0, 60).replace(/["$`\\]/g, ".")}" ; exit 1; }`,
      )
      .join("\n");
    const said = execFileSync("bash", ["-c", `set -o pipefail\n${script}\necho ALL GOOD`], {
      cwd: clean,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { ended: said.trimEnd().split("\n").at(-1) ?? "", said };
  } catch (error) {
    const said = String((error as { stdout?: string }).stdout ?? "");
    return { ended: said.trimEnd().split("\n").at(-1) ?? "", said };
  } finally {
    rmSync(clean, { recursive: true, force: true });
  }
}

describe("a stranger with the tools of Debian and nothing of ours", () => {
  it("finds the pack good by the commands of its own VERIFY.md, as they stand there", () => {
    const run = runInCleanFolder(commandsOf(guide));
    expect(run.ended).toBe("ALL GOOD");
    expect(run.said).toMatch(/Signature and comment signature verified/);
    expect(run.said).toMatch(/Time stamp: /);
  });

  it("finds the same commands in the document", () => {
    const inGuide = commandsOf(guide);
    for (const command of commandsOf(document)) expect(inGuide).toContain(command);
    expect(runInCleanFolder(commandsOf(document)).ended).toBe("ALL GOOD");
  });

  it.each([
    [
      "a message is altered",
      "gunzip data/acts.jsonl.gz && sed -i '1s/light/sorry/' data/acts.jsonl && gzip -n data/acts.jsonl",
      /FAILED 1: sha256sum .* manifest-sha256/,
    ],
    [
      "the acts are packed again, though they say the same",
      "gunzip data/acts.jsonl.gz && gzip -1n data/acts.jsonl",
      /FAILED 1: sha256sum .* manifest-sha256/,
    ],
    ["an original is dropped", "rm data/originals/0001.txt", /FAILED 1: sha256sum .* manifest-sha256/],
    ["an original is added", "echo planted > data/originals/0009.bin", /FAILED 1: find data/],
    ["a tag file is added", "echo planted > notes.txt", /FAILED 1: find \. -type f/],
    ["a link is added", "ln -s /etc/passwd data/link", /FAILED 1: find \. -not/],
    ["the log is cut", "sed -i '$d' log/leaves.txt", /FAILED 1: sha256sum .* tagmanifest/],
    ["a seal is added", "echo planted > seal/wax", /FAILED 1: find seal/],
    ["the time-stamp is taken out", "rm seal/*.tsr", /FAILED 1: sha256sum .* seal/],
    ["the signature is emptied", "> seal/tagmanifest-sha256.txt.minisig", /FAILED [12]: minisign/],
    ["a garbage line is added to a manifest", "echo garbage >> tagmanifest-sha256.txt", /FAILED 1: sha256sum .* tagmanifest/],
  ])("sees that %s", (_, tamper, fails) => {
    expect(runInCleanFolder(commandsOf(guide), tamper).ended).toMatch(fails);
  });

  it("is not taken in by another signer's key", () => {
    writeFileSync(join(folder, "known-signer.pub"), formatPublicKey(otherSigner));
    try {
      expect(runInCleanFolder(commandsOf(guide)).ended).toMatch(/FAILED 1: minisign/);
    } finally {
      writeFileSync(join(folder, "known-signer.pub"), formatPublicKey(exampleSigner));
    }
  });

  it.each([
    [
      "an act that is not what its leaf says",
      "gunzip data/acts.jsonl.gz && sed -i '1s/light/sorry/' data/acts.jsonl && gzip -n data/acts.jsonl",
    ],
    [
      "the acts in another order",
      'gunzip data/acts.jsonl.gz && sed -i \'1s/"leaf":0/"leaf":1/;2s/"leaf":1/"leaf":0/\' data/acts.jsonl && gzip -n data/acts.jsonl',
    ],
    ["another leaf of a held-back act", "sed -i 's/ [0-9a-f]/ x/;s/x/0/;s/0$/1/;t;s/.$/0/' log/leaves.txt"],
  ])("works out the log's root by the commands alone, and sees %s", (_, tamper) => {
    const commands = commandsOf(guide);
    const root = commands.findIndex((line) => line.startsWith("hash() {"));
    const ofRoot = [
      ...commands.slice(0, 3),
      ...commands.slice(root, commands.findIndex((line) => line.includes("sed -n 3p seal/checkpoint")) + 1),
    ];
    expect(runInCleanFolder(ofRoot).ended).toBe("ALL GOOD");
    expect(runInCleanFolder(ofRoot, tamper).ended).toMatch(/FAILED 1: test/);
  });

  it("writes to no place that a line of the acts names", () => {
    const commands = commandsOf(guide);
    const root = commands.findIndex((line) => line.startsWith("hash() {"));
    const plant = "gunzip data/acts.jsonl.gz && echo '../escaped 41 x' >> data/acts.jsonl && gzip -n data/acts.jsonl";
    const run = runInCleanFolder(
      [...commands.slice(0, 3), ...commands.slice(root, root + 3), "test -e ../act/0", "test ! -e ../escaped"],
      plant,
    );
    expect(run.ended).toBe("ALL GOOD");
  });

  it("finds a pack good that shows no act, one without held-back acts, and one of which a part is left out", async () => {
    const example = exampleReport();
    const acts = example.report.timeline.acts;
    const all = { ...example.report, timeline: { ...example.report.timeline, acts: acts.filter((_, i) => i !== 3) } };
    const none = { ...example.report, exhibits: example.report.exhibits.map((exhibit) => ({ ...exhibit, withheld: true })) };
    const identity = readFileSync(join(folder, "key.txt"), "utf8");
    const key = parseIdentity(identity);
    if (!key) throw new Error("no key");
    for (const one of [{ ...example, report: all }, { ...example, report: none }, partialReport()]) {
      const built = buildExample({ timeStamp: askAuthority(tsa) }, one);
      writeFileSync(
        join(folder, "UM-0123456789ab.age"),
        await gather(sealStream(tarOf(built.entries), { recipients: [await recipientOf(key)], aead: nativeAead })),
      );
      expect(runInCleanFolder(commandsOf(guide)).ended).toBe("ALL GOOD");
    }
    writeFileSync(join(folder, "UM-0123456789ab.age"), sealed);
  });

  it("finds that a pack goes on from the one beside it, and sees an earlier one that it does not go on from", async () => {
    const earlier = await exampleFiles({ timeStamp: askAuthority(tsa) });
    const built = buildExample({ timeStamp: askAuthority(tsa), random: repeatableBytes("later pack") }, laterReport(earlier));
    const key = parseIdentity(readFileSync(join(folder, "key.txt"), "utf8"));
    if (!key) throw new Error("no key");
    const later = await gather(sealStream(tarOf(built.entries), { recipients: [await recipientOf(key)], aead: nativeAead }));
    writeFileSync(join(folder, "UM-BA9876543210.age"), later);
    for (const [path, bytes] of earlier) {
      mkdirSync(join(folder, "earlier", dirname(path)), { recursive: true });
      writeFileSync(join(folder, "earlier", path), bytes);
    }
    const own = commandsOf(textOf(await exampleFiles({}, laterReport(earlier)), "data/VERIFY.md"));
    const [inDocument = ""] = /(?<=```sh\n)[^]*?(?=\n```)/.exec(document) ?? [];
    expect(own.slice(-2)).toEqual(inDocument.split("\n"));
    expect(runInCleanFolder(own).ended).toBe("ALL GOOD");
    const otherRoot = "A".repeat(43);
    const another = `sed -i '3s|.*|${otherRoot}=|' ../earlier/seal/checkpoint`;
    expect(runInCleanFolder(own, another).ended).toMatch(/FAILED 1: grep '\^Unmask-After/);
    // Whoever seals can name any root: the leaves do not give it.
    const ofLog = [...own.slice(0, 3), ...own.slice(own.findIndex((line) => line.startsWith("hash() {")))];
    const isOfTime = (line: string): boolean => line.startsWith("openssl");
    const named = `${another}; sed -i '/^Unmask-After/s|root [^,]*|root ${otherRoot}=|' bag-info.txt`;
    expect(runInCleanFolder(ofLog.filter((line) => !isOfTime(line))).ended).toBe("ALL GOOD");
    expect(
      runInCleanFolder(
        ofLog.filter((line) => !isOfTime(line)),
        named,
      ).ended,
    ).toMatch(/FAILED 1: test .*earlier/);
  });

  it("can make the pack's tar again: the same report gives the same bytes, and GNU tar reads every name", async () => {
    const one = await gather(tarOf(buildExample().entries));
    const two = await gather(tarOf(buildExample().entries));
    expect(Buffer.compare(one, two)).toBe(0);
    writeFileSync(join(folder, "pack.tar"), one);
    const listed = execFileSync("tar", ["-tvf", join(folder, "pack.tar")], { encoding: "utf8" })
      .trimEnd()
      .split("\n");
    expect(listed.every((line) => line.startsWith("-rw-r--r-- 0/0 ") && line.includes("1970-01-01"))).toBe(true);
    expect(listed.length).toBe(22);
  });
});

describe("the verifier reads what it wrote", () => {
  const trust = () => ({ createHash, trustedSigners: [exampleSigner], trustedTsa: certificatesFromPem(tsa.anchorPem) ?? [] });
  const sourceOf = (bytes: Uint8Array): Source => ({
    name: "pack.tar",
    size: bytes.length,
    read: async (start, end) => bytes.slice(start, end),
  });

  it("verifies the pack out of age and tar", async () => {
    const identity = readFileSync(join(folder, "key.txt"), "utf8");
    const key = parseIdentity(identity);
    if (!key) throw new Error("no key");
    const tar = await gather(openStream(once(sealed), { identities: [key] }));
    const files = await openTar(sourceOf(tar));
    if (!files.ok) throw new Error(files.error.why);
    expect((await verifyPack(files.value, trust())).overall).toBe("verified");
  });

  it("calls a pack that GNU tar packed again altered, and verifies the folder it unpacks to", async () => {
    const again = mkdtempSync(join(tmpdir(), "unmask-again-"));
    execFileSync(
      "bash",
      ["-c", `age -d -i "${folder}/key.txt" "${folder}/UM-0123456789ab.age" | tar -x && tar -cf "${folder}/again.tar" .`],
      { cwd: again },
    );
    const tar = await openTar(sourceOf(Uint8Array.from(readFileSync(join(folder, "again.tar")))));
    expect(tar).toMatchObject({ ok: false, error: { verdict: "altered" } });
    expect((await verifyPack(packFilesInFolder(again), trust())).overall).toBe("verified");
    rmSync(again, { recursive: true });
  });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
