import type { Plugin } from "vite";

/**
 * Leaves out of libraries what no page runs, and writes their WebAssembly so that pressing finds its repeats. The build stops where a text that is
 * changed has another form. Belongs in `plugins` and in `worker.plugins`.
 */
export function lean(): Plugin {
  return {
    name: "lean",
    enforce: "pre",
    load(id) {
      return stubs.find(({ file }) => id.endsWith(file))?.code;
    },
    transform(code, id) {
      if (ours.test(id) && code.includes("throw new ")) return { code: withoutOwnMessages(code), map: null };
      const change = changes.find(({ file }) => id.endsWith(file));
      const left = change ? change.change(code) : code;
      if (wordless.test(id)) return { code: withoutMessages(left), map: null };
      return change && { code: left, map: null };
    },
  };
}

/**
 * Whole files that nothing reaches: nobody is asked for a password of a pack, and only X25519 recipients are sealed to (docs/formats/envelope.md).
 */
const stubs: readonly { readonly file: string; readonly code: string }[] = [
  { file: "/@noble/post-quantum/hybrid.js", code: "export const MLKEM768P256 = undefined, MLKEM768X25519 = undefined;" },
  { file: "/@noble/hashes/scrypt.js", code: "export const scrypt = undefined;" },
  { file: "/@noble/curves/nist.js", code: "export const p256 = undefined;" },
];

const changes: readonly { readonly file: string; change(code: string): string }[] = [
  { file: "/hash-wasm/dist/index.esm.js", change: (code) => inHex(withPlainBlake2b(code)) },
  {
    file: "/age-encryption/dist/recipients.js",
    change: (code) =>
      replaced(code, [
        ["const recipient = MLKEM768X25519.getPublicKey(res.bytes);", 'throw Error("invalid identity");'],
        [
          'return bech32.encode("age1pq", bech32.toWords(recipient), false);\n    }\n    else {\n        const res',
          "}\n    else {\n        const res",
        ],
      ]),
  },
  // Of what age can seal to, X25519 alone is used; the curves of the others are left out above, so that they would fail all the same.
  {
    file: "/age-encryption/dist/index.js",
    change: (code) =>
      replaced(code, [
        ["this.recipients.push(new HybridRecipient(s));", refusedRecipient],
        ["this.recipients.push(new TagRecipient(s));", refusedRecipient],
        ["this.recipients.push(new HybridTagRecipient(s));", refusedRecipient],
        ["this.identities.push(new HybridIdentity(s));", refusedRecipient],
        ["recipients = [new ScryptRecipient(this.passphrase, this.scryptWorkFactor)];", refusedRecipient],
        ["this.identities.push(new ScryptIdentity(s));", refusedRecipient],
      ]),
  },
];

/**
 * Hashes, ciphers, curves, spellings of bytes and the reader of numbers: what they say of arguments that no caller of ours hands in. Who meets one has
 * a fault of the app before them, told by its place. What age says stays, since the envelope reads it.
 */
const wordless =
  /\/node_modules\/(?:(?:@noble|@scure|hash-wasm)\/|libphonenumber-js\/es6-modern\/(?:PhoneNumber|metadata|isPossible)\.js$)/;

function withoutMessages(code: string): string {
  return code.replaceAll(/\bthrow new (Range|Type)?Error\([^;]*\);/g, (_, kind: string | undefined) => `throw new ${kind ?? ""}Error();`);
}

/** Our own rooms: what fails as expected is a value there, so that a sentence that is thrown is for whoever calls one wrongly. The command line says it. */
const ours = /\/(?:packages|fittings|apps\/person)\/(?:[\w-]+\/)?src\/.*\.tsx?$/;

function withoutOwnMessages(code: string): string {
  return code.replaceAll(
    /\bthrow new (Range|Type)?Error\((?:"[^"\n]*"|`[^`]*`)\)/g,
    (_, kind: string | undefined) => `throw new ${kind ?? ""}Error()`,
  );
}

const refusedRecipient = 'throw new Error("unrecognized recipient type");';

/** In base64 a repeated byte looks different each time; in hexadecimal digits it does not. */
function inHex(code: string): string {
  const read = replaced(code, [["decodeBase64(binary.data)", "Uint8Array.from(binary.data.match(/../g), (byte) => parseInt(byte, 16))"]]);
  return read.replace(/(?<=^var data(?:\$\w+)? = ")AGFzb[^"]*(?=";$)/gm, (packed) => Buffer.from(packed, "base64").toString("hex"));
}

/**
 * Argon2 hashes its first and its last kilobytes with BLAKE2b, a hundredth of a second of its work at most. The one in plain JavaScript, which is there for
 * signatures, does as well as another in WebAssembly.
 */
function withPlainBlake2b(code: string): string {
  const [before = "", argon2 = "", after = "", ...others] = code.split(/(?<=^)(?=function hashFunc\(|const validateOptions\$3 = )/m);
  if (others.length > 0 || argon2.split("createBLAKE2b(").length !== 4)
    throw new Error("Argon2 is not written as it was: look at it again");
  return `${plainBlake2b}${before}${argon2.replaceAll("createBLAKE2b(", "plainBLAKE2b(")}${after}`;
}

const plainBlake2b = `import { blake2b as hashBLAKE2b } from "@noble/hashes/blake2.js";
function plainBLAKE2b(bits) {
  let hash;
  const machine = {
    init: () => void (hash = hashBLAKE2b.create({ dkLen: bits / 8 })),
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest(),
  };
  machine.init();
  return machine;
}
`;

/** Throws unless each of the old texts is there exactly once. */
function replaced(code: string, pairs: readonly (readonly [old: string, text: string])[]): string {
  return pairs.reduce((before, [old, text]) => {
    const parts = before.split(old);
    if (parts.length !== 2) throw new Error(`a library holds ${parts.length - 1} times what is left out of it, not once: ${old}`);
    return parts.join(text);
  }, code);
}
