import { type WithheldOfContacts, contactDetails, withheldOfContacts } from "@unmask/case";
import { everInCase } from "../desk/ever-in-case.ts";
import type { CaseCall, FoundCase } from "../desk/find-case.ts";

/** Where anybody of the case is reached or was, and every place that was told: what of it is on no paper of an order, what a person looks at, and up to when that was written. */
export async function withheldOfCase(
  call: CaseCall,
  { events: ofCase }: Pick<FoundCase, "events">,
): Promise<WithheldOfContacts & { readonly written: number }> {
  const events = [...(await everInCase(call, ofCase)).values()].flat();
  const places = events.flatMap(({ body }) => ("place" in body && typeof body.place === "string" ? [body.place] : []));
  const written = [...ofCase, ...events].reduce((newest, { recorded }) => Math.max(newest, recorded), 0);
  return { ...withheldOfContacts(contactDetails(events), places), written };
}
