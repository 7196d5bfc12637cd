import { type Result, failed, ok, reveal } from "@unmask/core";
import { type PublicKey, type SignerKey, createSignerKey, formatSignerKey, parsePublicKey, parseSignerKey } from "@unmask/seal";
import { keepOwnSecret, readOwnFile } from "./ports/home.ts";
import { readTextFile } from "./ports/named-file.ts";
import type { World } from "./world.ts";

/** The key made on first use, and the keys of others that the user trusts: one public key a line, or whole .pub files one after the other. */
const ownKeyFile = "signer.key";
const trustedFile = "trusted-signers";

/** The key that signs: the file named, else the own one, made on first use. */
export async function openSigner(path: string | undefined, world: World): Promise<Result<SignerKey, string>> {
  if (path !== undefined) {
    const text = await readTextFile(path, world.signal);
    if (text === undefined) return failed(`there is no signing key at ${path}.`);
    const key = parseSignerKey(text);
    return key.ok ? key : failed(`${path}: ${key.error}`);
  }
  const own = await readOwnFile(ownKeyFile);
  if (own !== undefined) return parseOwnKey(own);
  const kept = await keepOwnSecret(ownKeyFile, reveal(formatSignerKey(createSignerKey(world.random))));
  if (kept.isNew)
    world.terminal.say(`A signing key was made for you and is kept in ${kept.place}. Whoever reads that file can sign in your name.`);
  return parseOwnKey(kept.text);
}

function parseOwnKey(text: string): Result<SignerKey, string> {
  const key = parseSignerKey(text);
  return key.ok ? key : failed(`your signing key cannot be used. ${key.error}`);
}

/** The public keys that the user vouches for: those named for this pack, else her own and her list. Never a key from inside a pack. */
export async function trustedSigners(named: readonly string[], signal: AbortSignal): Promise<Result<readonly PublicKey[], string>> {
  const keys: PublicKey[] = [];
  for (const word of named) {
    const bare = parsePublicKey(word);
    if (bare.ok) {
      keys.push(bare.value);
      continue;
    }
    const text = await readTextFile(word, signal);
    if (text === undefined) return failed(`--signer ${word}: neither a public key nor a file that holds one.`);
    const key = parsePublicKey(text);
    if (!key.ok) return failed(`--signer ${word}: ${key.error}`);
    keys.push(key.value);
  }
  if (named.length > 0) return ok(keys);
  const own = await readOwnFile(ownKeyFile);
  const ownKey = own === undefined ? undefined : parseSignerKey(own);
  if (ownKey?.ok) keys.push(ownKey.value);
  for (const line of ((await readOwnFile(trustedFile)) ?? "").split("\n")) {
    if (line.trim() === "" || line.startsWith("untrusted comment:")) continue;
    const key = parsePublicKey(line.trim());
    if (!key.ok) return failed(`the list ${trustedFile} holds a line that is no public key. Take it out.`);
    keys.push(key.value);
  }
  return ok(keys);
}
