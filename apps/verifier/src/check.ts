import type { CheckedItem, Instant } from "@unmask/core";
import {
  type ListedAndFound,
  type PackInput,
  type ToldAct,
  type ToldPack,
  listedAndFound,
  openPack,
  tellPack,
  toldActs,
} from "@unmask/corridor";
import { type CreateHash, type PackCheck, type PackFiles, verifyPack } from "@unmask/pack";
import type { Keys } from "./keys.ts";

/** What checking may use of the world. */
export interface CheckWorld {
  readonly createHash: CreateHash;
  now(): Instant;
}

/** What came of checking what was handed over. */
export type Outcome =
  /** It does not open, or is no pack. */
  | { readonly kind: "unopened"; readonly item: CheckedItem }
  | {
      readonly kind: "checked";
      readonly check: PackCheck;
      readonly isSignerNamed: boolean;
      /** Undefined where nothing vouches for what it tells. */
      readonly told: ToldPack | undefined;
      /** By path, of files that are not what was sealed. */
      readonly compared: ReadonlyMap<string, ListedAndFound>;
      /** Acts from one place of the log on, at most `count`. */
      acts(from: number, count: number): Promise<readonly ToldAct[]>;
    };

/** Altered files whose hashes are shown side by side: hashing each once more takes time, and nobody reads hundreds. */
const mostCompared = 50;

/** Opens and checks. Only what cannot be read because it was stopped or is a mistake of ours throws. */
export async function checkHanded(
  input: PackInput,
  { identities, signers, authorities }: Keys,
  { createHash, now }: CheckWorld,
): Promise<Outcome> {
  const opened = await openPack(input, { identities });
  if (!opened.ok) return { kind: "unopened", item: { path: "", ...opened.error } };
  const { files } = opened.value;
  const isSignerNamed = signers.length > 0;
  const check = await verifyPack(files, {
    createHash,
    trustedSigners: signers,
    signersNamed: isSignerNamed,
    trustedTsa: authorities,
    now: now(),
  });
  const told = check.bag ? undefined : await tellPack(files, check);
  return {
    kind: "checked",
    check,
    isSignerNamed,
    told,
    compared: await compareAltered(files, check, createHash),
    acts: (from, count) => actsFrom(files, told, { from, count }),
  };
}

async function compareAltered(
  files: PackFiles,
  { items }: PackCheck,
  createHash: CreateHash,
): Promise<ReadonlyMap<string, ListedAndFound>> {
  const compared = new Map<string, ListedAndFound>();
  const altered = items.filter(({ path, verdict }) => verdict === "altered" && !path.endsWith("/"));
  for (const item of altered.slice(0, mostCompared)) compared.set(item.path, await listedAndFound(files, item, createHash));
  return compared;
}

async function actsFrom(
  files: PackFiles,
  told: ToldPack | undefined,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<readonly ToldAct[]> {
  const acts: ToldAct[] = [];
  let at = 0;
  if (told === undefined) return acts;
  for await (const act of toldActs(files, told.report)) {
    if (at++ >= from) acts.push(act);
    if (acts.length === count) break;
  }
  return acts;
}
