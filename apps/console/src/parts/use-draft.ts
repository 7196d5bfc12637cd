import { useState } from "react";
import type { AtDesk } from "../at-desk.ts";

/** What is being written in a field: kept while the officer goes elsewhere on the desk and comes back, and gone with the page. */
export function useDraft({ drafts }: Pick<AtDesk, "drafts">, field: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(drafts.get(field) ?? "");
  return [
    text,
    (written) => {
      drafts.set(field, written);
      setText(written);
    },
  ];
}
