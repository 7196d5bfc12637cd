/** A text that the app itself has sealed, as what is written in it; undefined where it is no such text. What it holds is looked at field by field. */
export function objectIn(text: string): Readonly<Partial<Record<string, unknown>>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The value where it is one of them, else the first. */
export function oneOf<const Value extends string>(values: readonly [Value, ...Value[]], value: unknown): Value {
  return values.find((one) => one === value) ?? values[0];
}
