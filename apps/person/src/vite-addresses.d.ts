/** Vite gives the address of a worker's own bundle. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
declare module "*?url" {
  const address: string;
  export default address;
}
declare module "*.css";
/** The catalogue of Welsh as vite-catalogue.ts compiles it: each message by the key of its English. */
declare module "virtual:words/cy" {
  /** Words as they are read at run time: a text, or its parts one after the other. */
  export type Message = string | readonly Part[];
  /**
   * A text; the place of a value; the place of a number and what is said for each kind of it, by the names of `Intl.PluralRules` or by one number
   * alone; or the place of an element and what stands in it.
   */
  export type Part = string | number | readonly [place: number, Message | Kinds];
  export type Kinds = Readonly<Record<string, Message>>;
  export const messages: Readonly<Record<number, Message>>;
}
