import { expect, test } from "vitest";
import { atom } from "@/lib/answers/answer-feed";
import { escapeXml } from "@/lib/atom-feed";

const words = { number: 1, decision: "partly", why: "Buses & <trains>", changed: null, week: "2026-03-02" } as const;
const entry = { id: "abc", strategyId: "s", by: "The lead", point: { title: "“Pay”" }, now: words, before: [] };
const feed = { origin: "https://example.org", self: "/strategies/s/answers.atom", page: "/strategies/s/answers" };

test("a feed holds what RFC 4287 asks of it, and escapes what was typed", () => {
  const xml = atom({ ...feed, title: "You said, we did", entries: [entry] });
  for (const must of ["<id>", "<title>", "<updated>2026-03-02T00:00:00Z</updated>", "<author>", 'rel="self"'])
    expect(xml).toContain(must);
  expect(xml).toContain("<id>urn:at-the-table:answer:abc:1</id>");
  expect(xml).toContain("Buses &#38; &#60;trains&#62;");
  expect(xml.match(/<entry>/g)).toHaveLength(1);
});

test("new words are a new entry that says when the first were published; an empty feed is a feed", () => {
  const now = { ...words, number: 2, week: "2026-04-06" };
  const xml = atom({ ...feed, title: "T", entries: [{ ...entry, now, before: [words] }] });
  expect(xml).toContain("<id>urn:at-the-table:answer:abc:2</id>");
  expect(xml).toContain("<published>2026-03-02T00:00:00Z</published>");
  expect(atom({ ...feed, title: "T", entries: [] })).toContain("<updated>1970-01-01T00:00:00Z</updated>");
});

test("what XML cannot hold is left out", () => {
  expect(escapeXml("a\u0000b\u0008\uFFFE\uD800c😀")).toBe("abc😀");
});
