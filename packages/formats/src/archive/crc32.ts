const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The sum of gzip, zip and PNG (ISO/IEC 15948, annex D) over bytes that follow those of `sum`; 0 is the sum of none. From 0 to 2³² - 1. */
export function crc32After(sum: number, bytes: Uint8Array): number {
  let value = ~sum;
  for (let i = 0; i < bytes.length; i++) value = (table[(value ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
