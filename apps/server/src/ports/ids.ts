/** Names for new things, made here and never by the database: who writes needs to know a name before the row is there. */
import { randomBytes, randomInt } from "node:crypto";

/** A UUIDv7 (RFC 9562): time in milliseconds, then chance. It tells when it was made, so nothing that leaves the force or waits for it has one. */
export function newUuid(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Chance as lower-case hexadecimal: what goes outside the force tells nothing. */
export function randomHex(size: number): string {
  return randomBytes(size).toString("hex");
}

/** A whole number from 0 to one below `limit`, each as likely. */
export function randomBelow(limit: number): number {
  return randomInt(limit);
}
