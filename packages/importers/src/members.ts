import type { Container, Source } from "@unmask/core";
import { type Ending, type Hashed, endingOf, hashSource, walk } from "@unmask/formats";
import type { ReadSourcesOptions } from "./read-sources.ts";

/** A file inside an archive, hashed. */
export interface ArchiveMember extends Hashed {
  readonly source: Source;
  /** By its bytes. */
  readonly ending: Ending;
  /** The archives around it, outermost first; one list for all members that lie beside each other. */
  readonly within: readonly Container[];
}

type World = Pick<ReadSourcesOptions, "createHasher" | "signal">;

/** Every file inside an archive, in archives in it too. What cannot be opened is passed over: reading the archive tells it. */
export async function* membersOf(archive: Source, world: World): AsyncGenerator<ArchiveMember, void, undefined> {
  for await (const one of walk([archive], world)) {
    const hashed = "leaf" in one ? await hashSource(one.leaf.source, world) : undefined;
    if (!("leaf" in one) || !hashed || one.leaf.fault() !== undefined) continue;
    const { source, within } = one.leaf;
    yield { ...hashed, source, within, ending: await endingOf(source) };
  }
}

/** Hash and real size of a source; undefined when the person stopped. */
export async function hashOf(source: Source, world: World): Promise<Hashed | undefined> {
  return hashSource(source, world);
}
