import { type ReadValue, list, object, text } from "@unmask/core";

/** Letters of a recipient's name. */
const longestRecipient = 200;

/** What a list that is handed out says: who receives it, and everything in it, each once. */
export const readExport: ReadValue<{ readonly recipient: string; readonly about: readonly string[] }> = object(({ must }) => ({
  recipient: must("recipient", text).trim().slice(0, longestRecipient),
  about: [...new Set(must("about", list(text)))],
}));
