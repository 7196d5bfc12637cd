import { type Contact, type Report, type Result, failed, ok } from "@unmask/core";
import { contactDocument } from "@unmask/pack";
import { sealStream } from "@unmask/seal";
import type { PackWorld } from "./make-pack.ts";

/** A contact sheet on its way out. It leaves sealed and in no other way: whoever finds it would know how she is reached. */
export interface MadeContactSheet {
  /** The sheet as PDF, sealed to recipients (age1…). */
  sealedTo(recipients: readonly string[]): AsyncIterable<Uint8Array>;
}

/** Sets the sheet that says how and when it is safe to reach her: beside the pack, never in it. The error says that it could not be set. */
export async function makeContactSheet(
  contact: Contact,
  { statement, madeAt }: Pick<Report, "statement" | "madeAt">,
  { setReport, typesetter, aead }: Pick<PackWorld, "setReport" | "typesetter" | "aead">,
): Promise<Result<MadeContactSheet, string>> {
  const { me, them, zone } = statement;
  const pdf = await setReport(contactDocument({ contact, me, them, zone, madeAt }, { engine: typesetter }));
  if (!pdf.ok) return failed("the contact sheet could not be set. Nothing was written.");
  return ok({
    sealedTo: (recipients) => sealStream(oneChunk(pdf.value), { recipients: [...recipients], ...(aead && { aead }) }),
  });
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
