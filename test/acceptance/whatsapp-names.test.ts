import { describe, expect, test } from "vitest";
import { handIn } from "./hand-in.ts";

const said = { zone: "Europe/London" };

describe("the name of the file", () => {
  const text = "13/02/2025, 10:00 - Sam: hi\n13/02/2025, 10:01 - Jo: yes\n";
  const phone = "[13/02/2025, 10:00:00] Sam: hi\r\n[13/02/2025, 10:01:00] Jo: yes\r\n";

  test.each(["chat.dat", "chat.bak", "chat.md", "chat.rtf", "_chat.txt.bak", "evidence.1", "WhatsApp Chat with Sam.txt.bak"])(
    "a chat named %s is read for what it holds",
    async (name) => {
      for (const content of [text, `\uFEFF${phone}`, `\r\n${phone}`]) {
        const { acts, kept } = await handIn({ [name]: content }, said);
        expect([acts.map((act) => act.text), kept]).toEqual([["hi", "yes"], []]);
      }
    },
  );

  test("the ending is no part of the name of the chat", async () => {
    const { acts } = await handIn({ "WhatsApp Chat with Sam.txt.bak": text }, said);
    expect(acts[0]?.thread).toBe("Sam");
  });

  test.each([
    ["server.log", "[2025-02-13 10:00:00] app.INFO: started\n[2025-02-13 10:00:01] app.ERROR: stopped\n"],
    ["server.dat", "2025-02-13 10:00:00 - INFO: started\n"],
    ["notes.md", "# Notes\n\nShe sent me this:\n13/02/2025, 10:00 - Sam: hi\n"],
    ["table.csv", "13/02/2025, 10:00 - Sam: hi\n"],
  ])("%s, which is no chat, is left to others", async (name, content) => {
    expect((await handIn({ [name]: content }, said)).readers).not.toContain("whatsapp");
  });
});
