import { createHash as nodeHash } from "node:crypto";
import { type BuildPackOptions, type CreateHash, type TimeStamping, buildPack, timeStampBy } from "@unmask/pack";
import { type SignerKey, createSignerKey } from "@unmask/seal";
import type { LocalAuthority } from "../local-authority.ts";
import { type ExampleReport, exampleReport } from "./example-report.ts";

/** Node's hashes, as the command-line program hands them in. */
export const createHash: CreateHash = (name) => {
  const hash = nodeHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
};

/** Bytes that are random enough for a test and the same in every run. */
export function repeatableBytes(seed: string): (size: number) => Uint8Array {
  let count = 0;
  return (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 32)
      bytes.set(
        nodeHash("sha256")
          .update(`${seed} ${count++}`)
          .digest()
          .subarray(0, size - at),
        at,
      );
    return bytes;
  };
}

/** Asks an authority of our own, as the app asks one over the network. */
export function askAuthority(authority: LocalAuthority): TimeStamping {
  return timeStampBy(async (query) => ({ reply: Uint8Array.from(authority.stamp(query)), chain: authority.anchorPem }));
}

/** The signer of the example packs. */
export const exampleSigner: SignerKey = createSignerKey(repeatableBytes("signer"));

/** Somebody else. */
export const otherSigner: SignerKey = createSignerKey(repeatableBytes("another signer"));

/** Stands for a printed report. */
const printedReport = new TextEncoder().encode("%PDF-1.7\n% a printed report stands here\n%%EOF\n");

/** Builds the example as a pack. */
export function buildExample(
  options: Partial<BuildPackOptions> = {},
  example: ExampleReport = exampleReport(),
): ReturnType<typeof buildPack> {
  return buildPack(example.report, {
    originalOf: example.originalOf,
    reportPdf: printedReport,
    chronologyPdf: printedReport,
    signer: exampleSigner,
    random: repeatableBytes("pack"),
    createHash,
    ...options,
  });
}

/** The files of the example pack, in memory. */
export async function exampleFiles(options: Partial<BuildPackOptions> = {}, example?: ExampleReport): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const entry of buildExample(options, example).entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of entry.chunks()) pieces.push(piece.slice());
    files.set(entry.path, Uint8Array.from(Buffer.concat(pieces)));
  }
  return files;
}
