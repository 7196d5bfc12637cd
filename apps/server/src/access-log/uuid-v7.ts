import type { Instant } from "@unmask/core";
import { bytesToHex } from "@unmask/seal";

/** An id that sorts by the time it was made: UUID version 7 (RFC 9562 section 5.7), 48 bits of milliseconds and 74 of chance. */
export function uuidV7(now: Instant, random: (size: number) => Uint8Array): string {
  const chance = bytesToHex(random(10));
  const time = now.toString(16).padStart(12, "0").slice(-12);
  // Two bits of variant `10`, then 14 of chance.
  const variant = "89ab".charAt(Number.parseInt(chance.charAt(3), 16) % 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(7, 19)}`;
}
