import { type Result, failed, ok } from "@unmask/core";
import { identitiesIn } from "@unmask/corridor";
import { type Certificate, type Identity, type PublicKey, certificatesFromPem, parsePublicKey } from "@unmask/seal";

/** What whoever checks brings along, as it was typed or chosen: never anything out of a pack. */
export interface KeyTexts {
  readonly identity: string;
  readonly signer: string;
  readonly authority: string;
}

/** The same, read. */
export interface Keys {
  readonly identities: readonly Identity[];
  readonly signers: readonly PublicKey[];
  readonly authorities: readonly Certificate[];
}

/** Reads what was brought; a field that was left empty brings nothing. The error names the field, never what stands in it. */
export function readKeys({ identity, signer, authority }: KeyTexts): Result<Keys, string> {
  const identities = identity.trim() === "" ? ok([]) : identitiesIn(identity);
  if (!identities.ok) return failed(`Your own key: ${identities.error}`);
  const signers = signer.trim() === "" ? ok([]) : signersIn(signer);
  if (!signers.ok) return failed(`The signer's key: ${signers.error}`);
  const authorities = authority.trim() === "" ? [] : certificatesFromPem(authority);
  if (authorities === undefined || (authority.trim() !== "" && authorities.length === 0))
    return failed("Certificates of a time-stamp authority: this is not a file of certificates (PEM).");
  return ok({ identities: identities.value, signers: signers.value, authorities });
}

/** One public key as minisign writes it, or several one a line. */
function signersIn(text: string): Result<readonly PublicKey[], string> {
  const whole = parsePublicKey(text);
  if (whole.ok) return ok([whole.value]);
  const keys: PublicKey[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "" || line.startsWith("untrusted comment:")) continue;
    const key = parsePublicKey(line.trim());
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return keys.length > 0 ? ok(keys) : whole;
}
