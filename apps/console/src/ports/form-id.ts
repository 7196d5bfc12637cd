/** A new id for a form: sixteen random bytes as 32 small hex digits. Two forms never share one, whatever is written in them. */
export function newFormId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
