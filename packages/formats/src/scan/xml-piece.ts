/** What to look for in a document. */
export interface XmlNames<Sink extends XmlSink> {
  /** Elements that may stand in the document. Anything else is `junk` up to the next of these. */
  readonly elements: readonly string[];
  /** The elements at which reading goes on when a quotation mark is missing and a value has swallowed them. */
  readonly records: readonly string[];
  /** Attributes whose values are wanted; a piece has them in this order. */
  readonly held: readonly string[];
  /** The attribute whose value is never held but handed to a sink, byte by byte (a picture). */
  readonly streamed: string;
  /** Makes the sink for one such value. */
  createSink(): Sink;
}

/** Takes the bytes of one value as they stand between its quotation marks. */
export interface XmlSink {
  write(bytes: Uint8Array): void;
}

/** Why bytes are no element. */
export type XmlFault =
  /** The document ends inside it. */
  | "torn"
  /** A tag that breaks the rules of XML. */
  | "malformed"
  /** An element or text that is none of the known. */
  | "unknown"
  /** A wanted value, or a tag, longer than any writer of the format makes. */
  | "overlong";

/** A stretch of the document, in its order. */
export type XmlPiece<Sink extends XmlSink> =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly start: number;
      /** By position in `held`; undefined when the attribute is absent. */
      readonly values: readonly (string | undefined)[];
      /** A value has bytes that are no UTF-8, or references that mean no character. */
      readonly doubtful: boolean;
      readonly sink: Sink | undefined;
      /** Closed in itself: `<sms …/>`. */
      readonly empty: boolean;
    }
  | { readonly kind: "close"; readonly name: string; readonly start: number }
  | { readonly kind: "frame"; readonly what: "declaration" | "comment" | "document type"; readonly start: number }
  | { readonly kind: "junk"; readonly fault: XmlFault; readonly start: number }
  /** The end of the document: `start` is its size. Always the last piece. */
  | { readonly kind: "end"; readonly start: number };
