import { type Result, failed, ok } from "@unmask/core";
import workerAddress from "../workers/picture-worker.ts?worker&url";
import type { PictureAsked, PictureRedrawn } from "./picture-answer.ts";
import { trustedScript } from "@unmask/fittings-browser";

/** Dots of the longest side of a picture that is shown: more than a screen has, and far less than a phone takes. */
const longestSide = 2_400;
/** Milliseconds that a picture may take: a file made to be slow ends with its thread. */
const longestWait = 20_000;

/** A picture that may be shown: its dots alone, under an address of this page. */
export interface RedrawnPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Pictures of a stranger, decoded and written anew before anybody sees them. */
export interface Pictures {
  /** The error is why it is not shown. */
  redraw(picture: Pick<PictureAsked, "bytes" | "type">): Promise<Result<RedrawnPicture, string>>;
  /** Forgets one that is no longer shown. */
  forget(picture: RedrawnPicture): void;
}

/** Decodes in a thread of its own, which may ask nothing of any network and is ended after each picture. */
export function createPictures(): Pictures {
  return {
    redraw: async (picture) => {
      const { picture: written, width, height } = await inThread({ ...picture, longestSide });
      if (!written)
        return failed("It did not decode: it is damaged, or has more dots than this computer holds. Its file can be taken out.");
      return ok({ address: URL.createObjectURL(written), width, height });
    },
    forget: ({ address }) => URL.revokeObjectURL(address),
  };
}

function inThread(asked: PictureAsked): Promise<PictureRedrawn> {
  return new Promise((resolve) => {
    const worker = new Worker(trustedScript(workerAddress), { type: "module" });
    const end = (answer: PictureRedrawn): void => {
      worker.terminate();
      clearTimeout(timer);
      resolve(answer);
    };
    const timer = setTimeout(() => end({ width: 0, height: 0 }), longestWait);
    worker.onmessage = ({ data }: MessageEvent<PictureRedrawn>) => end(data);
    worker.onerror = () => end({ width: 0, height: 0 });
    worker.postMessage(asked);
  });
}
