import { type ReadValue, fault, text } from "@unmask/core";

/** Reads bytes that stand in an answer as base64. */
export const base64: ReadValue<Uint8Array<ArrayBuffer>> = (value, path) => {
  const written = text(value, path);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(written) || written.length % 4 !== 0) return fault(path, "is no base64");
  return Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
};
