/** A SHA-256 as 64 lower-case hexadecimal digits (FIPS 180-4). Made only by a `Hasher` or by `parseSha256`. */
export type Sha256 = string & { readonly brand: "Sha256" };

/** A running hash, handed in by the app: native in Node, WebAssembly in a browser. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Ends the hash; lower-case hexadecimal. Call once. */
  digest(): Sha256;
}

/** Starts a SHA-256. */
export type CreateHasher = () => Hasher;

/** Reads a SHA-256 from text: 64 hexadecimal digits in either case (RFC 8493 compares without regard to case), else undefined. */
export function parseSha256(text: string): Sha256 | undefined {
  return /^[0-9a-fA-F]{64}$/.test(text) ? (text.toLowerCase() as Sha256) : undefined;
}
