/** How our own checks print a fault: `rule: place: what is wrong`. */
export const isRefused = (output, { rule, file, at = file }) =>
  output.split("\n").some((line) => line.startsWith(`${rule}: `) && line.includes(at));
