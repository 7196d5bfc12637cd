/**
 * Reads base64 in its canonical spelling alone, as `base64ToBytes` of @unmask/seal does, ten times as fast: an intake reads five hundred
 * letters of 87,000 characters a second. Node reads any spelling, so what it read is written again and compared. Undefined for anything else.
 */
export function nativeBase64ToBytes(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}
