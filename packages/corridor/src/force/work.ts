/** The work that an intake asks for before it takes anything: what of it can be done here, and what is refused unseen. */

/** Iterations of one try at most: one try cannot be stopped. */
const maxIterations = 1_000_000;

/** Milliseconds of work at most: an intake asks for three seconds, and one that asks for more is not waited on for ever. */
export const maxWorkMs = 120_000;

/** A challenge of ALTCHA, version 2, as far as it is looked at. */
export interface WorkChallenge {
  readonly parameters: {
    readonly algorithm: string;
    readonly nonce: string;
    readonly salt: string;
    readonly cost: number;
    readonly keyLength: number;
    readonly keyPrefix: string;
  };
  readonly signature: string;
}

/** Whether this is work that can be done, of which one try ends soon. */
export function isWork(value: unknown): value is WorkChallenge {
  if (!isObject(value) || !isObject(value["parameters"]) || typeof value["signature"] !== "string") return false;
  const { parameters } = value;
  const texts = ["algorithm", "nonce", "salt", "keyPrefix"].map((name) => parameters[name]);
  const numbers = [parameters["cost"], parameters["keyLength"]];
  return texts.every((one) => typeof one === "string") && numbers.every(isSmall);
}

function isSmall(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value <= maxIterations;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
