/** A file that the officer chose. */
export interface ChosenFile {
  readonly base64: string;
  /** Of its bytes, in lower-case hex, as this computer works it out. */
  readonly sha256: string;
}

/** Bytes written at once: a multiple of three, so that the pieces of base64 join. */
const pieceSize = 24_576;

/** Reads it whole; the bytes leave this page only by what is made of them. */
export async function readChosen(file: Blob): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) {
    // bounded: pieceSize
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceSize))));
  }
  return { base64: pieces.join(""), sha256: [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
}
