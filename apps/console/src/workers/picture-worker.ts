import type { PictureAsked, PictureRedrawn } from "../ports/picture-answer.ts";

/** Decodes one picture and writes its dots anew: of the file that came nothing else is left. Its thread is ended afterwards. */
self.onmessage = ({ data }: MessageEvent<PictureAsked>) => {
  void redraw(data).then((answer) => self.postMessage(answer));
};

async function redraw({ bytes, type, longestSide }: PictureAsked): Promise<PictureRedrawn> {
  try {
    const decoded = await createImageBitmap(new Blob([bytes], { type }));
    const scale = Math.min(1, longestSide / Math.max(decoded.width, decoded.height));
    const size = { width: Math.max(1, Math.round(decoded.width * scale)), height: Math.max(1, Math.round(decoded.height * scale)) };
    const canvas = new OffscreenCanvas(size.width, size.height);
    canvas.getContext("2d")?.drawImage(decoded, 0, 0, size.width, size.height);
    decoded.close();
    return { picture: await canvas.convertToBlob({ type: "image/png" }), ...size };
  } catch (error) {
    // Bytes that are no picture, or more dots than this computer holds; what stood in them is told to nobody.
    if (error instanceof Error) return { width: 0, height: 0 };
    throw error;
  }
}
