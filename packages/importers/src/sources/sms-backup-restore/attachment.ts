import type { CreateHasher, Sha256 } from "@unmask/core";
import type { XmlSink } from "@unmask/formats";

/** What stands in the `data` of a part. */
export type AttachmentBytes =
  /** No bytes: empty, or the word `null`. */
  | { readonly is: "absent" }
  /** The hash and size of the bytes that the base64 stands for. */
  | { readonly is: "bytes"; readonly sha256: Sha256; readonly size: number }
  /** Not base64 (RFC 4648, section 4): no hash can be stated. */
  | { readonly is: "damaged" };

/** Takes base64 as it stands in an attribute and hashes what it stands for. Nothing is held, whatever the size. */
export interface AttachmentSink extends XmlSink {
  /** Ends it. Call once. */
  end(): AttachmentBytes;
}

/** Decoded bytes that are hashed at once; one buffer serves all sinks, for each empties it before it returns. */
const pieceSize = 48 * 1024;
const piece = new Uint8Array(pieceSize);

const blank = 64;
const padding = 65;
const wrong = 66;
/** Value of each base64 digit, else what the byte is. */
const valueOfByte = new Uint8Array(256).fill(wrong);
for (const [value, digit] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries()) {
  valueOfByte[digit.charCodeAt(0)] = value;
}
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) valueOfByte[byte] = blank;
valueOfByte[0x3d] = padding;

/** Starts an attachment. */
export function createAttachmentSink(createHasher: CreateHasher): AttachmentSink {
  const hasher = createHasher();
  let filled = 0;
  let size = 0;
  let bits = 0;
  let digits = 0;
  let paddings = 0;
  let damaged = false;
  let inReference = false;
  /** The first bytes, to tell the word `null`, which is base64 too. */
  let head = "";

  function flush(): void {
    hasher.update(piece.subarray(0, filled));
    size += filled;
    filled = 0;
  }

  return {
    write(bytes) {
      for (let i = 0; i < bytes.length && head.length < 5; i++) head += String.fromCharCode(bytes[i] ?? 0);
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] ?? 0;
        const value = valueOfByte[byte] ?? wrong;
        if (value < blank && !inReference) {
          bits = (bits << 6) | value;
          digits++;
          if (paddings > 0) damaged = true;
          if ((digits & 3) !== 0) continue;
          if (filled + 3 > pieceSize) flush();
          piece[filled] = (bits >> 16) & 0xff;
          piece[filled + 1] = (bits >> 8) & 0xff;
          piece[filled + 2] = bits & 0xff;
          filled += 3;
        } else if (byte === 0x26) inReference = true;
        // A line break may be written as a reference, `&#10;`: everything from `&` to `;` is passed over.
        else if (inReference) inReference = byte !== 0x3b;
        else if (value === padding) paddings++;
        else if (value === wrong) damaged = true;
      }
      flush();
    },
    end() {
      if (head === "" || head === "null") return { is: "absent" };
      const rest = digits & 3;
      if (damaged || inReference || rest === 1 || paddings > 2) return { is: "damaged" };
      if (rest === 2) piece[filled++] = (bits >> 4) & 0xff;
      if (rest === 3) {
        piece[filled++] = (bits >> 10) & 0xff;
        piece[filled++] = (bits >> 2) & 0xff;
      }
      flush();
      return { is: "bytes", sha256: hasher.digest(), size };
    },
  };
}
