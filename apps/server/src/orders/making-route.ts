import type { Paper, ReadValue } from "@unmask/core";
import type { OperationId } from "@unmask/case";
import type { DeskParts } from "../access/desk-parts.ts";
import { type DeskAnswer, type DeskCall, type DeskRequest, type DeskRoute, type DeskRouteParts, deskRoute } from "../access/desk-route.ts";
import type { KeptPapers } from "../access/kept-papers.ts";
import type { PaperForm } from "../ports/paper-files.ts";
import type { NewPaper } from "../sql/case/order-papers.ts";
import { withPapersEnded } from "./end-papers.ts";
import type { Upload } from "./uploads.ts";

/**
 * How a paper of an order is made, or a scan of one taken in. It takes seconds, in which nobody else may wait for the desk's one log: who asks and what goes in
 * are settled as a look, the files are set and sealed outside of every transaction, and what was made is then written as any other thing is. What is refused
 * there leaves no file behind.
 */

/** What is to be made. */
export interface ToMake {
  readonly about: string;
  /** Sets the files and keeps them, outside of every transaction; a text says why it came to nothing. */
  readonly make: (keptPapers: KeptPapers) => Promise<readonly NewPaper[] | string>;
  /** The upload that it came by, where it can be cancelled. */
  readonly upload?: Upload;
}

/** What such a route is made of. */
export interface MakingParts<Body> {
  readonly path: string;
  readonly operation: OperationId;
  readonly about: (request: Pick<DeskRequest, "params">) => { readonly order: string };
  readonly body: ReadValue<Body>;
  readonly mostBody?: number;
  /** Nothing is kept where the one who sent it has gone before it is committed. */
  readonly isForWhoStays?: boolean;
  /** What goes in, or a whole answer where nothing is to be made. */
  readonly gather: (call: DeskCall<Body>) => Promise<ToMake | DeskAnswer>;
  /** Writes down what was made. */
  readonly record: (call: DeskCall<Body>, made: readonly NewPaper[]) => Promise<DeskAnswer>;
  /** What is answered where the same was written before. */
  readonly again?: NonNullable<DeskRouteParts<Body>["again"]>;
}

/** Makes a route of it. */
export function makingRoute<Body>({ gather, record, isForWhoStays = false, ...shape }: MakingParts<Body>): DeskRoute {
  const posted = deskRoute({ ...shape, method: "POST", run: async () => ({ body: {}, shown: [] }) });
  return {
    ...posted,
    handle: async (request, parts) => {
      let wanted: ToMake | undefined;
      const looked = await deskRoute({
        ...shape,
        method: "GET",
        run: async (call) => {
          wanted = undefined;
          const found = await gather(call);
          if (!("make" in found)) return found;
          wanted = found;
          return { body: {}, shown: [], entry: { item: found.about } };
        },
      }).handle(request, parts);
      if (wanted === undefined || looked.status !== 200) return looked;
      const { make, upload } = wanted;
      return parts.uploads.run(upload, (isCancelled) =>
        withPapersEnded(parts, async (keptPapers) => {
          const made = await make(keptPapers);
          if (typeof made === "string") return { status: 409, body: { says: made } };
          const isGone = (): boolean => isCancelled() || request.isGone?.() === true;
          const route = deskRoute({ ...shape, method: "POST", isForWhoStays, run: (call) => record(call, made) });
          return route.handle({ ...request, isGone }, parts);
        }),
      );
    },
  };
}

/** A paper to be set in these forms; `template`: the wording by which it is made. */
export function settingOf(
  { papers }: Pick<DeskParts, "papers">,
  { paper, forms, ...of }: { readonly paper: Paper; readonly forms: readonly PaperForm[] } & Pick<NewPaper, "kind" | "about" | "template">,
): ToMake {
  const make: ToMake["make"] = async (keptPapers) => {
    const made = await papers.make(paper, forms);
    if (!made.ok) return `${made.error.replace(/^./, (one) => one.toUpperCase())}. Nothing was written.`;
    const all: NewPaper[] = [];
    for (const [form, { bytes, sha256, pages }] of made.value) {
      const kept = await keptPapers.keep(bytes);
      if (!kept.ok) return kept.error;
      all.push({ ...of, form, sha256, size: bytes.length, pages: pages ?? null, kept: kept.value });
    }
    return all;
  };
  return { about: of.about, make };
}
