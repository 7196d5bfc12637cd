import wasmAddress from "@myriaddreamin/typst-ts-web-compiler/wasm?url";
import { type Result, failed } from "@unmask/core";
import type { ReportDocument } from "@unmask/pack";
import { type ReportNotSet, type Typst, setWith } from "./typst-engine.ts";

/**
 * Sets a report in the browser, in a worker of the caller's: the typesetter and the fonts that this report needs come from our own address
 * when they are first used. What it makes is tagged and claims no PDF/A.
 */
export async function setReport(
  document: ReportDocument,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Result<Uint8Array, ReportNotSet>> {
  const parts = await loadParts(document, signal).catch(() => undefined);
  signal?.throwIfAborted();
  if (!parts)
    return failed({
      says: "the part that makes the printed report could not be loaded; it comes from the address of this page, so that must answer once",
    });
  return setWith(parts.typst, document, parts.fonts);
}

async function loadParts(document: ReportDocument, signal: AbortSignal | undefined): Promise<{ typst: Typst; fonts: Uint8Array[] }> {
  const [typst, { fontAddressByFile }] = await Promise.all([startTypst(), import("virtual:report-fonts")]);
  const fonts = await Promise.all(
    document.fonts.map(async ({ file }) => {
      const address = fontAddressByFile.get(file);
      if (address === undefined) throw new Error("the build has no such font");
      return new Uint8Array(await fetchWhole(address, signal));
    }),
  );
  return { typst, fonts };
}

async function fetchWhole(address: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error("a part of the typesetter could not be fetched");
  return answer.arrayBuffer();
}

let started: Promise<Typst> | undefined;

/** Starts the compiler once; a start that failed is tried again. */
function startTypst(): Promise<Typst> {
  started ??= import("@myriaddreamin/typst-ts-web-compiler")
    .then(async (typst) => {
      // Handed over as bytes: of a program that it compiles while it comes in, the browser keeps a copy of its own, which nobody could remove.
      await typst.default({ module_or_path: await fetchWhole(wasmAddress) });
      return typst;
    })
    .catch((error: unknown) => {
      started = undefined;
      throw error;
    });
  return started;
}
