import { t } from "@lingui/core/macro";
import { saySize } from "@unmask/words";
import type { ShownCopy } from "../../vault/protocol.ts";

/** Why a copy is not whole, in a sentence; nothing was replaced by it. */
export function sayNotWhole(copy: ShownCopy): string {
  switch (copy.copy) {
    case "cut-short": {
      const has = saySize(copy.bytes);
      const wanted = saySize(copy.ofBytes);
      return t`It has ${has}; by its own list it should have ${wanted}. The rest never arrived.`;
    }
    case "rewrapped":
      return t`All your notes are whole in it, but the file around them is not as it was written. It may have been packed again by another program. Bring them back from it, then make a new copy.`;
    case "altered":
      return t`Something in it is not as it was written. It may have been changed, or damaged on its way.`;
    case "another-book":
      return t`It is a copy of another book of notes, not of this one.`;
    case "newer-format":
      return t`It was made by a newer version of this page. Load the page again from its address, then try once more.`;
    case "not-a-copy":
      return t`It is no copy of notes. A copy is a file named notes-, a date, and .tar.`;
    case "whole":
    case "closed":
      return "";
  }
}
