import { type Paper, type Result, failed, ok } from "@unmask/core";
import { type MadeFile, setDocx } from "./docx.ts";
import { setPdf } from "./paper-pdf.ts";

/** The forms in which a paper is made. */
export type PaperForm = "pdf" | "docx";

/** Makes papers one at a time: two of them would take twice the memory of the machine that runs the desk. */
export interface PaperFiles {
  /** The files asked for, each with its hash; the first that cannot be made, as a sentence that says what to do. */
  make(paper: Paper, forms: readonly PaperForm[]): Promise<Result<ReadonlyMap<PaperForm, MadeFile>, string>>;
}

/** DOCX first: the typesetter of the PDF keeps the memory that it took, 300 MB of a chronology of 3,000 acts, and the other thread gives its own back. */
const order = [
  ["docx", setDocx],
  ["pdf", setPdf],
] as const;

/** Makes it. One for the whole program. */
export function createPaperFiles(): PaperFiles {
  let before: Promise<unknown> = Promise.resolve();
  return {
    make(paper, forms) {
      const mine = before.then(() => makeEach(paper, forms));
      before = mine.catch(() => "whoever asked is told; the next one begins");
      return mine;
    },
  };
}

async function makeEach(paper: Paper, forms: readonly PaperForm[]): Promise<Result<ReadonlyMap<PaperForm, MadeFile>, string>> {
  const files = new Map<PaperForm, MadeFile>();
  for (const [form, set] of order) {
    if (!forms.includes(form)) continue;
    const made = await set(paper);
    if (!made.ok) return failed(made.error);
    files.set(form, made.value);
  }
  return ok(files);
}
