import { type Result, ok } from "@unmask/core";
import { type Mailbox, envelopesInPage, openEnvelopes } from "@unmask/submission";

/** An intake has no page beyond. */
const mostPages = 64;

/** Asks for one page of a mailbox. */
export type LookAtPage = (page: number) => Promise<Result<readonly Uint8Array[], string>>;

/** The envelopes of a mailbox, page after page, as long as each is full of her own. */
export async function lookIntoAll(look: LookAtPage, { identity }: Mailbox): Promise<Result<readonly Uint8Array[], string>> {
  const all: Uint8Array[] = [];
  for (let page = 0; page < mostPages; page++) {
    const envelopes = await look(page);
    if (!envelopes.ok) return envelopes;
    for (const envelope of envelopes.value) all.push(envelope);
    const { hers } = await openEnvelopes(envelopes.value, identity);
    if (hers < envelopesInPage) break;
  }
  return ok(all);
}
