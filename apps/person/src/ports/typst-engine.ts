import type { TypstCompilerBuilder, TypstFontResolverBuilder } from "@myriaddreamin/typst-ts-web-compiler";
import { type Result, failed, ok } from "@unmask/core";
import { type ReportDocument, rowOfFailure } from "@unmask/pack";

/** Why there is no PDF: where, never what. */
export interface ReportNotSet {
  readonly says: string;
  /** Number of the act, its line in acts.jsonl.gz, where it could be found. */
  readonly row?: number;
}

/** The typesetter's module, started. */
export interface Typst {
  readonly TypstCompilerBuilder: typeof TypstCompilerBuilder;
  readonly TypstFontResolverBuilder: typeof TypstFontResolverBuilder;
}

/** Sets a report with the compiler in WebAssembly. It knows no PDF/A: the document must not ask for it. Blocks its thread. */
export async function setWith(
  typst: Typst,
  document: ReportDocument,
  fonts: readonly Uint8Array[],
): Promise<Result<Uint8Array, ReportNotSet>> {
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  const resolver = new typst.TypstFontResolverBuilder();
  for (const font of fonts) resolver.add_raw_font(font);
  const compiler = await builder.build();
  compiler.set_fonts(await resolver.build());
  for (const { path, bytes } of document.files) {
    if (path.endsWith(".typ")) compiler.add_source(path, new TextDecoder().decode(bytes));
    else compiler.map_shadow(path, bytes);
  }
  try {
    const pdf = bytesOf(compiler.compile(document.main, [], "pdf", 0));
    return pdf ? ok(pdf) : failed({ says: "the report could not be set" });
  } catch (error) {
    // The error quotes the text: only the row goes on.
    const row = rowOfFailure(document, String(error));
    return failed(row === undefined ? { says: "the report could not be set" } : { says: `the report could not be set (row ${row})`, row });
  } finally {
    compiler.free();
  }
}

/** The compiler hands back bytes, or an object that holds them. */
function bytesOf(made: unknown): Uint8Array | undefined {
  if (made instanceof Uint8Array) return made;
  if (typeof made !== "object" || made === null || !("result" in made)) return undefined;
  return made.result instanceof Uint8Array ? made.result : undefined;
}
