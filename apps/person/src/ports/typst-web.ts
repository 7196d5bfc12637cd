import wasmAddress from "@myriaddreamin/typst-ts-web-compiler/wasm?url";
import { type Result, failed } from "@unmask/core";
import type { ReportDocument } from "@unmask/pack";
import { type ReportNotSet, type Typst, setWith } from "./typst-engine.ts";

/**
 * Sets a report in the browser, in a worker of the caller's: the typesetter (8 MB to fetch, once) and the fonts that this report needs come
 * from our own address when they are first used. What it makes is tagged and claims no PDF/A.
 */
export async function setReport(
  document: ReportDocument,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Result<Uint8Array, ReportNotSet>> {
  const parts = await loadParts(document, signal).catch(() => undefined);
  signal?.throwIfAborted();
  if (!parts) return failed({ says: "the part that makes the printed report could not be loaded; go online once and try again" });
  return setWith(parts.typst, document, parts.fonts);
}

async function loadParts(document: ReportDocument, signal: AbortSignal | undefined): Promise<{ typst: Typst; fonts: Uint8Array[] }> {
  const [typst, { fontAddressByFile }] = await Promise.all([startTypst(), import("virtual:report-fonts")]);
  const fonts = await Promise.all(
    document.fonts.map(async ({ file }) => {
      const address = fontAddressByFile.get(file);
      if (address === undefined) throw new Error("the build has no such font");
      const answer = await fetch(address, signal ? { signal } : {});
      if (!answer.ok) throw new Error("a font could not be fetched");
      return new Uint8Array(await answer.arrayBuffer());
    }),
  );
  return { typst, fonts };
}

let started: Promise<Typst> | undefined;

/** Starts the compiler once; a start that failed is tried again. */
function startTypst(): Promise<Typst> {
  started ??= import("@myriaddreamin/typst-ts-web-compiler")
    .then(async (typst) => {
      await typst.default({ module_or_path: wasmAddress });
      return typst;
    })
    .catch((error: unknown) => {
      started = undefined;
      throw error;
    });
  return started;
}
