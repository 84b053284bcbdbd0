import { expect, test } from "vitest";
import { answerAtomFeed } from "@/lib/answers/answer-feed";
import { escapeXml } from "@/lib/atom-feed";

const revision = {
  number: 1,
  decision: "partly_accepted",
  why: "Buses & <trains>",
  changed: null,
  week: "2026-03-02",
} as const;
const answer = {
  id: "abc",
  strategyId: "s",
  by: "The lead",
  source: { title: "“Pay”" },
  current: revision,
  earlier: [],
};
const feed = { origin: "https://example.org", self: "/strategies/s/answers.atom", page: "/strategies/s/answers" };

test("a feed has what RFC 4287 requires, and escapes text", () => {
  const xml = answerAtomFeed({ ...feed, title: "You said, we did", entries: [answer] });
  for (const must of ["<id>", "<title>", "<updated>2026-03-02T00:00:00Z</updated>", "<author>", 'rel="self"'])
    expect(xml).toContain(must);
  expect(xml).toContain("<id>urn:at-the-table:answer:abc:1</id>");
  expect(xml).toContain("Buses &#38; &#60;trains&#62;");
  expect(xml.match(/<entry>/g)).toHaveLength(1);
});

test("a new revision is a new entry with the date of the first; a feed without entries is valid", () => {
  const current = { ...revision, number: 2, week: "2026-04-06" };
  const xml = answerAtomFeed({ ...feed, title: "T", entries: [{ ...answer, current, earlier: [revision] }] });
  expect(xml).toContain("<id>urn:at-the-table:answer:abc:2</id>");
  expect(xml).toContain("<published>2026-03-02T00:00:00Z</published>");
  expect(answerAtomFeed({ ...feed, title: "T", entries: [] })).toContain("<updated>1970-01-01T00:00:00Z</updated>");
});

test("characters that XML does not allow are left out", () => {
  expect(escapeXml("a\u0000b\u0008\uFFFE\uD800c😀")).toBe("abc😀");
});
