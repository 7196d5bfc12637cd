import { endings } from "@unmask/formats";
import { comparePaths } from "./pack-files.ts";

/** Where everything stands in a pack (docs/formats/pack.md, "Layout"). */
export const layout = {
  acts: "data/acts.jsonl.gz",
  case: "data/case.jsonld.gz",
  report: "data/report.json.gz",
  statement: "data/statement.json",
  print: "data/report.pdf",
  chronology: "data/chronology.pdf",
  guide: "data/VERIFY.md",
  leaves: "log/leaves.txt",
  tagManifest: "tagmanifest-sha256.txt",
  checkpoint: "seal/checkpoint",
  earlierProof: "seal/earlier.consistency",
  proof: "seal/tagmanifest-sha256.txt.tlog-proof",
  signature: "seal/tagmanifest-sha256.txt.minisig",
  signer: "seal/signer.pub",
  logKey: "seal/log.vkey",
  timeQuery: "seal/tagmanifest-sha256.txt.tsq",
  timeReply: "seal/tagmanifest-sha256.txt.tsr",
  timeChain: "seal/tsa-chain.pem",
  sealList: "seal/seals-sha256.txt",
  lastSignature: "seal/seals-sha256.txt.minisig",
} as const;

/** Seals that every pack has. */
export const requiredSeals: readonly string[] = [
  layout.checkpoint,
  layout.logKey,
  layout.signature,
  layout.proof,
  layout.signer,
  layout.sealList,
  layout.lastSignature,
];

/** Seals of a pack that was time-stamped. */
export const timeSeals: readonly string[] = [layout.timeQuery, layout.timeReply, layout.timeChain];

const originalPath = new RegExp(String.raw`^data/originals/\d{4,9}\.(?:${endings.join("|")})$`);

/**
 * Where an original may lie: names are metadata, so that no name can climb out, collide or fail to unpack; the ending is one of a closed list, so
 * that none decides which program runs.
 */
export function isOriginalPath(path: string): boolean {
  return originalPath.test(path);
}

const tagOrder: readonly string[] = [
  layout.leaves,
  "manifest-sha256.txt",
  "manifest-sha512.txt",
  "bagit.txt",
  "bag-info.txt",
  layout.tagManifest,
];

/** Orders paths as a pack's tar has them: the payload, what lists it, the seals (docs/formats/pack.md, "Order of making"). */
export function comparePackOrder(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || comparePaths(a, b);
}

function rankOf(path: string): number {
  if (path.startsWith("data/")) return 0;
  const place = tagOrder.indexOf(path);
  return place < 0 ? tagOrder.length + 1 : place + 1;
}
