import type { Paper, ReadValue } from "@unmask/core";
import type { OperationId } from "@unmask/case";
import type { DeskParts } from "../access/desk-parts.ts";
import { type DeskAnswer, type DeskCall, type DeskRequest, type DeskRoute, deskRoute } from "../access/desk-route.ts";
import type { PaperForm } from "../ports/paper-files.ts";
import type { NewPaper } from "../sql/case/order-papers.ts";
import { withPapersEnded } from "./end-papers.ts";

/**
 * How a paper of an order is made. It takes seconds, in which nobody else may wait for the desk's one log: what goes in is gathered as a look, the files are
 * set and sealed outside of every transaction, and what was made is then written as any other thing is. What is refused there leaves no file behind.
 */

/** What is to be made. */
export interface ToMake {
  readonly paper: Paper;
  readonly forms: readonly PaperForm[];
  readonly about: string;
  /** The wording by which it is made. */
  readonly template: string;
}

/** What such a route is made of. */
export interface MakingParts<Body> {
  readonly path: string;
  readonly operation: OperationId;
  readonly about: (request: Pick<DeskRequest, "params">) => { readonly order: string };
  readonly kind: NewPaper["kind"];
  readonly body: ReadValue<Body>;
  /** What goes in, or a whole answer where nothing is to be made. */
  readonly gather: (call: DeskCall<Body>) => Promise<ToMake | DeskAnswer>;
  /** Writes down what was made. */
  readonly record: (call: DeskCall<Body>, made: readonly NewPaper[]) => Promise<DeskAnswer>;
}

/** Makes a route of it. */
export function makingRoute<Body>({ path, operation, about, kind, body, gather, record }: MakingParts<Body>): DeskRoute {
  const shape = { path, operation, about, body };
  const posted = deskRoute({ ...shape, method: "POST", run: async () => ({ body: {}, shown: [] }) });
  return {
    ...posted,
    handle: async (request, parts) => {
      let wanted: ToMake | undefined;
      const looked = await deskRoute({
        ...shape,
        method: "GET",
        run: async (call) => {
          const found = await gather(call);
          if (!("paper" in found)) return found;
          wanted = found;
          return { body: {}, shown: [], entry: { item: found.about } };
        },
      }).handle(request, parts);
      if (wanted === undefined || looked.status !== 200) return looked;
      const { papers } = parts;
      const what = wanted;
      return withPapersEnded(parts, async (keptPapers) => {
        const made = await makeAndKeep({ papers, keptPapers }, what, kind);
        if (typeof made === "string") return { status: 409, body: { says: made } };
        return deskRoute({ ...shape, method: "POST", run: (call) => record(call, made) }).handle(request, parts);
      });
    },
  };
}

async function makeAndKeep(
  { papers, keptPapers }: Pick<DeskParts, "papers" | "keptPapers">,
  { paper, forms, about, template }: ToMake,
  kind: NewPaper["kind"],
): Promise<readonly NewPaper[] | string> {
  const made = await papers.make(paper, forms);
  if (!made.ok) return `${made.error.replace(/^./, (one) => one.toUpperCase())}. Nothing was written.`;
  const all: NewPaper[] = [];
  for (const [form, { bytes, sha256, pages }] of made.value) {
    const kept = await keptPapers.keep(bytes);
    if (!kept.ok) return kept.error;
    all.push({ kind, form, about, sha256, size: bytes.length, pages: pages ?? null, template, kept: kept.value });
  }
  return all;
}
