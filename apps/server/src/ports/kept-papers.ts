import { randomBytes } from "node:crypto";
import { failed, ok } from "@unmask/core";
import { nativeAead } from "@unmask/fittings-node";
import { openWhole, recipientOf, sealWhole } from "@unmask/seal";
import type { KeptPapers } from "../access/kept-papers.ts";
import type { Blobs } from "./blobs-folder.ts";
import type { OpeningKeys } from "./opening-keys.ts";

/** Keeps papers of orders among the sealed bodies of the case folder: what is stolen from the disk alone opens none of them. `begun` holds their bare names. */
export function keptPapersIn(
  blobs: Pick<Blobs, "put" | "read" | "remove" | "size">,
  begun: Pick<Blobs, "put" | "names" | "remove">,
  identities: OpeningKeys,
): KeptPapers {
  return {
    async keep(bytes) {
      const [newest] = await identities();
      if (newest === undefined) return failed("There is no key to which a paper could be sealed. Tell whoever runs this program.");
      const name = randomBytes(16).toString("hex");
      const sealed = await sealWhole(bytes, { recipients: [await recipientOf(newest)], aead: nativeAead });
      // The name first: a run that ends between the two leaves nothing that nobody knows of.
      const noted = await begun.put(name, []);
      const kept = noted.ok ? await blobs.put(name, [sealed]) : noted;
      if (kept.ok) return ok(name);
      await begun.remove(name);
      return failed("The disk is full. Nothing was kept; tell whoever runs this program.");
    },
    async read(name) {
      if ((await blobs.size(name)) === undefined) return failed("This paper is not here any more.");
      const sealed: Uint8Array[] = [];
      for await (const piece of blobs.read(name)) sealed.push(piece);
      const opened = await openWhole(Uint8Array.from(Buffer.concat(sealed)), { identities: await identities(), aead: nativeAead });
      return opened.ok ? opened : failed(`This paper does not open: ${opened.error.says}`);
    },
    begun: () => begun.names(),
    async end(name, isNamed) {
      if (!isNamed) await blobs.remove(name);
      await begun.remove(name);
    },
  };
}
