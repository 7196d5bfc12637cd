import { cleanPicture } from "@unmask/formats";
import { bytesToBase64 } from "@unmask/seal";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { nobodyReceives, recipientOf } from "../../access/recipient.ts";
import { type FileOfCase, fileOfCase } from "../../desk/files-of-case.ts";

/** Files of exhibits: one to be taken out, as it was handed over, and a picture to be looked at, written anew. */

/** Bytes of a file that is handed out at once: it is held in memory. */
const mostHandedOut = 200_000_000;
/** Bytes of a picture that is shown: it is held in memory three times over, sealed, open and as text. */
const mostPicture = 24_000_000;
/** Dots of a picture that is shown: stops a small file that unpacks to gigabytes in the officer's browser. */
const mostDots = 50_000_000;
/** Dots of a PNG, which is unpacked here to be written anew: stops one look from holding up the desk. */
const mostDotsUnpacked = 16_000_000;

const heldBack = { status: 404, body: { says: "Its file was held back: the pack has only its hash." }, shown: [] } as const;

/**
 * The file of an exhibit, as it was handed over: a disclosure, with its reason and who receives it. It is saved and never shown here: what a
 * stranger wrote runs on nobody's desk.
 */
export const exhibitFile: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/exhibits/:item/:nth/file",
  operation: "download-exhibit",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  query: ["recipient"],
  body: noBody,
  run: async (call) => {
    const recipient = recipientOf(call.query["recipient"] ?? "");
    if (recipient === undefined) return nobodyReceives;
    const file = await fileOfCase(call);
    if (file === undefined) return heldBack;
    const { item, number, path, sha256 } = file;
    return {
      body: {},
      shown: [],
      file: { name: fileName(number, path), read: () => file.read(mostHandedOut) },
      entry: { item: `${item} ${number}`, typedRecipient: recipient, sha256 },
    };
  },
});

/**
 * A picture of an exhibit, judged by its bytes and written anew without place, camera, thumbnail or comment (docs/formats/pack.md tells of the original).
 * The console decodes it once more before anybody sees it. What cannot be shown is said in words, and its file can still be taken out.
 */
export const exhibitPicture: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/exhibits/:item/:nth/picture",
  operation: "read-case",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: noBody,
  run: async (call) => {
    const file = await fileOfCase(call);
    if (file === undefined) return heldBack;
    const { item, number, sha256 } = file;
    return { body: {}, shown: [], finish: () => pictureOf(file), entry: { item: `picture ${item} ${number}`, sha256 } };
  },
});

async function pictureOf({ read }: FileOfCase): Promise<object> {
  const bytes = await read(mostPicture);
  if (!bytes.ok) return { picture: null, whyNot: bytes.error };
  const isJpeg = bytes.value[0] === 0xff;
  const picture = cleanPicture(bytes.value, isJpeg ? mostDots : mostDotsUnpacked);
  if ("not" in picture) return { picture: null, whyNot: `It is not shown: ${picture.not}.` };
  const { format, width, height, turned } = picture;
  const shown = turned ? { width: height, height: width } : { width, height };
  return { picture: { format, ...shown, base64: bytesToBase64(picture.bytes) } };
}

/** The name of the saved file: its number and the name in the pack, whose ending tells by its bytes what it is; never the name she gave it. */
function fileName(number: string, path: string): string {
  return `${number.replaceAll("/", "-")} ${path.slice(path.lastIndexOf("/") + 1)}`;
}
