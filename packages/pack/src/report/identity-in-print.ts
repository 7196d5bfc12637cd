import type { Identity } from "@unmask/core";
import { sayIdentity } from "@unmask/words";

/** An identity on paper, which others read: the owner of an export, where the file leaves her out, is not "you". */
export function sayIdentityInPrint(identity: Identity): string {
  return identity.kind === "owner" ? "owner of the export" : sayIdentity(identity);
}
