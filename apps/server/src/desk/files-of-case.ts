import { type Result, count, list, object, readStrictly } from "@unmask/core";
import { mayDo } from "@unmask/case";
import type { Selectable } from "kysely";
import { type DeskAnswer, type DeskCall, refuse } from "../access/desk-route.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { exhibitsOf, findItem, findLetter, itemsOf } from "../sql/case/item-facts.ts";
import { reportsInCase } from "../sql/case/link-pairs.ts";
import { hashesIn } from "./told-report.ts";

/** The reports, packs and files of the case that a request names. */

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "params" | "officer" | "now">;

/** Reports of the case. */
export async function reportsOf(call: Call): Promise<readonly string[]> {
  const { tx, parts, params } = call;
  return reportsInCase(tx, parts.force.id, params["case"] ?? "");
}

/** Packs of the case in the order in which they were taken in; letters are no packs. */
export async function packsOf(call: Call): Promise<readonly Selectable<CaseTables["item"]>[]> {
  return (await itemsOf(call.tx, call.parts.force.id, await reportsOf(call))).filter(({ kind }) => kind === "pack");
}

/** What lies in another case, in another force or nowhere is refused in the words of a case that one is not on. */
export function refuseElsewhere({ officer }: Pick<Call, "officer">): DeskAnswer {
  const access = mayDo(officer.role, "read-case", "elsewhere");
  if (access.allowed) throw new Error("nobody may read what is elsewhere");
  return refuse(access.refused);
}

const packsOfLetter = list(
  object(({ must }) => ({ size: must("size", count), rest: must("sha256", (value) => value), bucket: must("bucket", count) })),
);

/** Bytes of a pack as it was made: what follows it up to its bucket is no part of it. */
export async function packSize({ tx, parts }: Pick<Call, "tx" | "parts">, id: string): Promise<number | undefined> {
  const item = await findItem(tx, parts.force.id, id);
  const letter = item === undefined ? undefined : await findLetter(tx, parts.force.id, item.letter);
  const packs = readStrictly(letter?.packs, "packs", packsOfLetter);
  return packs.ok ? packs.value[item?.place ?? 0]?.size : undefined;
}

/** An exhibit of the case with its file. */
export interface FileOfCase {
  readonly item: string;
  /** As her pack numbers it. */
  readonly number: string;
  readonly path: string;
  /** By the pack's own list of exhibits. */
  readonly sha256: string | null;
  /** Takes its bytes out of the pack, at most so many; the error is a sentence for whoever asked. It asks no database. */
  read(most: number): Promise<Result<Uint8Array, string>>;
}

/** The file that a request names by pack and place; undefined: it was held back, and the pack has only its hash. Refuses what is elsewhere. */
export async function fileOfCase(call: Call): Promise<FileOfCase | undefined> {
  const { tx, parts, params } = call;
  const item = (await packsOf(call)).find(({ id }) => id === params["item"]);
  if (item === undefined) {
    refuseElsewhere(call);
    return undefined;
  }
  const nth = numberOf(params["nth"]);
  const exhibit = (await exhibitsOf(tx, parts.force.id, [item.id])).find((one) => one.nth === nth);
  const size = await packSize(call, item.id);
  const path = exhibit?.path ?? null;
  if (exhibit === undefined || path === null || size === undefined) return undefined;
  return {
    item: item.id,
    number: exhibit.number,
    path,
    sha256: hashesIn(item.told).find((one) => one.path === path)?.sha256 ?? null,
    read: (most) => parts.openExhibit({ item: item.id, size, path }, most),
  };
}

/** A whole number of an address; -1 for anything else, which no row has. */
export function numberOf(text = ""): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : -1;
}
