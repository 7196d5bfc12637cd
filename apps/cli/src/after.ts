import { type Report, type Result, failed, isColumnList, ok } from "@unmask/core";
import { readEarlierPack } from "@unmask/corridor";
import { createHashByName, openPackInput } from "@unmask/fittings-node";
import type { GoingOn, PackFiles } from "@unmask/pack";
import { type PublicKey, parseCheckpoint } from "@unmask/seal";
import { sayCount } from "@unmask/words";
import type { Given } from "./arguments.ts";
import { openInput, readIdentities, stoppable } from "./open-pack.ts";
import type { World } from "./world.ts";

/** The options by which a report goes on from an earlier pack. */
export const afterShape = { after: "text", identity: "texts" } as const;

/** Verifies the pack of `--after` and reads what the report goes on with; undefined where none was named. The failure is one line. */
export async function readAfter(given: Given, signer: PublicKey, world: World): Promise<Result<GoingOn | undefined, string>> {
  const path = given.text("after");
  if (path === undefined)
    return given.texts("identity").length === 0 ? ok(undefined) : failed("-i opens the pack of --after, and none is named.");
  return openEarlier(path, given, {
    world,
    read: (files) => readEarlierPack(files, { signer, createHash: createHashByName, now: world.now() }),
  });
}

/** Opens the pack that --after names, for as long as it is read. The failure is one line. */
export async function openEarlier<T>(
  path: string,
  given: Given,
  { world, read }: { readonly world: World; read(files: PackFiles): Promise<Result<T, string>> },
): Promise<Result<T, string>> {
  const refused = (why: string): Result<never, string> => failed(`--after ${path}: ${why}`);
  const identities = await readIdentities(given.texts("identity"), world.signal);
  if (!identities.ok) return identities;
  const input = await openPackInput(path);
  if (!input.ok) return refused(input.error);
  const opened = await openInput(input.value, identities.value, world);
  if (!opened.ok) return refused(opened.error.why);
  try {
    const files = stoppable(opened.value.files, world.signal);
    const earlier = await read(files);
    // What could not be read because the person stopped would look like a fault of the pack.
    world.signal.throwIfAborted();
    return earlier.ok ? earlier : refused(earlier.error);
  } finally {
    await opened.value.close();
    world.terminal.endProgress();
  }
}

/** What the pack that was made proves of the earlier log, in a line. */
export function sayLogGoesOn({ pack }: GoingOn): string {
  const leaves = sayCount(parseCheckpoint(pack.checkpoint)?.size ?? 0, "leaf", "leaves");
  return `The earlier log of ${leaves} is the beginning of this pack's log. \`unmask verify --after\` shows it to whoever has both.`;
}

/** What became of the numbers, in a line: how many exhibits keep theirs, and which are new. */
export function sayGoingOn({ pack, exhibits: earlier }: GoingOn, { exhibits }: Report): string {
  const known = new Set(earlier.map(({ number }) => number));
  const numbers = exhibits.filter((one) => !isColumnList(one)).map(({ number }) => number);
  const added = numbers.filter((number) => !known.has(number));
  const kept = numbers.length - added.length;
  return `Goes on from pack ${pack.id}: ${kept} of its ${earlier.length} exhibits are here under the same number; new: ${added.join(", ") || "none"}.`;
}
