/**
 * What the bytes 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding, index windows-1252).
 *
 * [Note: Two machines, one text] Node 20 decodes the label "windows-1252" as Latin-1, which leaves these bytes as control characters; browsers
 * decode them as curly quotes, dashes and the euro sign. Ids are made from text, so both must come to the same: whatever is decoded under this
 * label, by us or by a library, is mended here. Nobody writes these controls into a message.
 */
export function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (unit) => characters[unit.charCodeAt(0) - 0x80] ?? unit);
}

const characters = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"];
