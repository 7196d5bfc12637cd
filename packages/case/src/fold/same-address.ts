/** Digits of a national number: the rest is its country, written in more than one way. */
const digitsOfNumber = 10;

/** Whether two addresses are one: a number with its country or without, spaced in any way; of an e-mail, in letters of any size. */
export function isSameAddress(one: string, other: string): boolean {
  return addressAlone(one) === addressAlone(other);
}

function addressAlone(address: string): string {
  const digits = address.replaceAll(/\D/g, "");
  return digits.length >= digitsOfNumber && !address.includes("@")
    ? digits.slice(-digitsOfNumber)
    : address.toLowerCase().replaceAll(/\s/g, "");
}
