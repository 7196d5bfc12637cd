import { type Paper, type Result, failed, ok } from "@unmask/core";
import { setReport } from "@unmask/fittings-node";
import { packPdf, paperDocument } from "@unmask/pack";
import { type MadeFile, madeFile } from "./docx.ts";

/**
 * Sets a paper as PDF/A-2a with the typesetter of the printed report, and packs its objects as there. The same paper gives the same bytes. The failure says
 * what to do, and never what stands on the paper.
 */
export async function setPdf(paper: Paper): Promise<Result<MadeFile, string>> {
  const set = await setReport(paperDocument(paper));
  return set.ok
    ? ok({ ...madeFile(packPdf(set.value)), ...pagesOf(set.value) })
    : failed("the PDF could not be set; shorten the longest texts, and try again");
}

/** Pages by the objects that the typesetter wrote, before they are packed. */
function pagesOf(pdf: Uint8Array): { readonly pages: number } | Record<never, never> {
  const pages = Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length;
  return pages === undefined ? {} : { pages };
}
