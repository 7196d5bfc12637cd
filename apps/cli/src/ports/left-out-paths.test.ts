import { resolve } from "node:path";
import { expect, test } from "vitest";
import { namesOfLeftOut } from "./left-out-paths.ts";

const handedOver = { paths: ["dd/a", "dd/sms.xml"], names: ["a/WhatsApp Chat with Sam.txt", "a/b/1.jpg", "sms.xml"] };

test.each([
  ["dd/a/WhatsApp Chat with Sam.txt", ["a/WhatsApp Chat with Sam.txt"]],
  ["./dd/a/b/1.jpg", ["a/b/1.jpg"]],
  [resolve("dd/sms.xml"), ["sms.xml"]],
  ["a/b/1.jpg", ["a/b/1.jpg"]],
  ["dd/a/b", ["a/b/"]],
  ["dd/a/", ["a/"]],
  ["./dd", ["a/", "sms.xml"]],
  ["elsewhere/x.txt", ["elsewhere/x.txt"]],
  ["Kim Doyle", ["Kim Doyle"]],
])("%s, as she typed it, is what lies there of what she handed over", (written, names) => {
  expect(namesOfLeftOut([written], handedOver)).toEqual(names);
});
