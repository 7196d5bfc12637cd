/**
 * Private keys in bytes and not in armour (`.der`, `.key`, `.p12`, `.pfx`), by how their ASN.1 begins: each form is told from certificates, public keys
 * and requests by its first few fields, so that neither a name nor the rest of the file is needed.
 */

/** Fewest bytes of a number that is the modulus of an RSA key: a serial number is shorter. */
const leastModulus = 48;
/** Fewest bytes of a private number on a curve. */
const leastScalar = 16;

/** Whether a file begins like one. `head`: its first 64 bytes at least, or all of it. */
export function beginsLikeDerKey(head: Uint8Array): boolean {
  const whole = fieldAt(head, 0);
  if (whole?.tag !== sequence) return false;
  const first = fieldAt(head, whole.start);
  const second = first && fieldAt(head, first.end);
  if (first?.tag === sequence) return isOf(fieldAt(head, first.start), head, lockedBy);
  if (first?.tag !== integer || first.end - first.start !== 1 || second === undefined) return false;
  const version = head[first.start];
  const inSecond = second.tag === sequence ? fieldAt(head, second.start) : undefined;
  // PKCS #12; PKCS #8, in which the name of an algorithm follows; PKCS #1; SEC 1.
  if (version === 3) return isOf(inSecond, head, [dataOfPkcs7]);
  if (version !== 0 && version !== 1) return false;
  if (inSecond !== undefined) return inSecond.tag === objectId && (fieldAt(head, second.end)?.tag ?? octets) === octets;
  const size = second.end - second.start;
  return version === 0 ? second.tag === integer && size >= leastModulus : second.tag === octets && size >= leastScalar;
}

const [integer, octets, objectId, sequence] = [0x02, 0x04, 0x06, 0x30];
/** 1.2.840.113549.1.5 and 1.2.840.113549.1.12.1: by which a password locks a key. */
const lockedBy = ["2a864886f70d0105", "2a864886f70d010c01"];
/** 1.2.840.113549.1.7: of PKCS #7, in which a container holds its keys. */
const dataOfPkcs7 = "2a864886f70d0107";

/** One field: where what it holds begins, and where it ends by its length; of one without a length where it begins. */
interface Field {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

function fieldAt(bytes: Uint8Array, at: number): Field | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const more = first > 0x80 ? first - 0x80 : 0;
  // No file has a length of more than four bytes.
  if (more > 4 || at + 2 + more > bytes.length) return undefined;
  const start = at + 2 + more;
  const length = more === 0 ? first % 0x80 : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { tag, start, end: start + length };
}

function isOf(field: Field | undefined, bytes: Uint8Array, prefixes: readonly string[]): boolean {
  if (field?.tag !== objectId) return false;
  const id = Array.from(bytes.subarray(field.start, field.end), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return prefixes.some((prefix) => id.startsWith(prefix));
}
