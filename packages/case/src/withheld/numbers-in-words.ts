const units = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
];
const teens = ["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const upToNineteen = [...units, ...teens];
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** The value of one word for a number: "fourteen", "seventy". */
export function numberInWords(word: string): number | undefined {
  const small = upToNineteen.indexOf(word);
  if (small >= 0) return small;
  const ten = tens.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : undefined;
}

/** Words of a number up to 999, in order: 121 as "one", "hundred", "and", "twenty", "one". */
export function wordsOfNumber(value: number): readonly string[] {
  if (value < 20) return [upToNineteen[value] ?? ""];
  if (value < 100) return [tens[Math.floor(value / 10) - 2] ?? "", ...(value % 10 === 0 ? [] : [upToNineteen[value % 10] ?? ""])];
  const hundreds = [upToNineteen[Math.floor(value / 100)] ?? "", "hundred"];
  return value % 100 === 0 ? hundreds : [...hundreds, "and", ...wordsOfNumber(value % 100)];
}
