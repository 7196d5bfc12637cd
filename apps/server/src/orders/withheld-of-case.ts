import { type WithheldOfContacts, contactDetails, withheldOfContacts } from "@unmask/case";
import { everInCase } from "../desk/ever-in-case.ts";
import type { CaseCall, FoundCase } from "../desk/find-case.ts";

/** Where anybody of the case is reached or was, and every place that was told: what of it is on no paper of an order, and what a person looks at. */
export async function withheldOfCase(call: CaseCall, { events: ofCase }: Pick<FoundCase, "events">): Promise<WithheldOfContacts> {
  const events = [...(await everInCase(call, ofCase)).values()].flat();
  const places = events.flatMap(({ body }) => ("place" in body && typeof body.place === "string" ? [body.place] : []));
  return withheldOfContacts(contactDetails(events), places);
}
