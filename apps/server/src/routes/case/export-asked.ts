import { type ReadValue, list, object, text } from "@unmask/core";

/** What a list that is handed out says: who receives it, and everything in it, each once. */
export const readExport: ReadValue<{ readonly recipient: string; readonly about: readonly string[] }> = object(({ must }) => ({
  recipient: must("recipient", text),
  about: [...new Set(must("about", list(text)))],
}));
