import { type Result, failed, ok } from "@unmask/core";
import { identitiesIn } from "@unmask/corridor";
import { type Identity, bytesToText } from "@unmask/seal";
import type { ForceFolder } from "./force-folder.ts";

/** The keys that open what is sealed to this force, newest first, as they stand in its folder at this moment. */
export type OpeningKeys = () => Promise<readonly Identity[]>;

/**
 * Opens them. They are read anew each time: a key that is made while the inside runs (`unmask force rotate`) opens what comes sealed to it, and no
 * letter is marked for want of a key that lies beside it. Fails with a sentence where they cannot be read at the start; later, the last that could
 * be read go on.
 */
export async function openKeys(folder: ForceFolder): Promise<Result<OpeningKeys, string>> {
  const first = await readKeys(folder);
  if (!first.ok) return first;
  let last = first.value;
  return ok(async () => {
    const now = folder.exists("openingKey") ? await readKeys(folder) : ok(last);
    if (now.ok) last = now.value;
    return last;
  });
}

async function readKeys(folder: ForceFolder): Promise<Result<readonly Identity[], string>> {
  const identities = identitiesIn(bytesToText(await folder.read("openingKey")) ?? "");
  return identities.ok ? identities : failed(`The opening key in ${folder.path}: ${identities.error}`);
}
