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

test("a revision keeps its entry's id and is seen as changed, also in the same week; a feed without entries is valid", () => {
  const feedOf = (number: number, week: string, earlier = [revision]) =>
    answerAtomFeed({ ...feed, title: "T", entries: [{ ...answer, current: { ...revision, number, week }, earlier }] });
  const xml = feedOf(2, "2026-04-06");
  expect(xml).toContain("<id>urn:at-the-table:answer:abc:1</id>");
  expect(xml).toContain("<published>2026-03-02T00:00:00Z</published>");
  expect(xml.match(/<updated>2026-04-06T00:00:01Z<\/updated>/g)).toHaveLength(2);
  expect(feedOf(2, "2026-03-02")).toContain("<updated>2026-03-02T00:00:01Z</updated>");
  expect(answerAtomFeed({ ...feed, title: "T", entries: [] })).toContain("<updated>1970-01-01T00:00:00Z</updated>");
});

test("every id is a URN as RFC 2141 writes it", () => {
  const xml = answerAtomFeed({ ...feed, title: "T", entries: [answer] });
  const ids = [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
  expect(ids).toHaveLength(2);
  for (const id of ids) expect(id).toMatch(/^urn:[a-z0-9][a-z0-9-]{1,31}:([a-z0-9()+,.:=@;$_!*'-]|%[0-9a-f]{2})+$/i);
  expect(ids[0]).toBe("urn:at-the-table:feed:strategies:s:answers.atom");
});

test("characters that XML does not allow are left out", () => {
  expect(escapeXml("a\u0000b\u0008\uFFFE\uD800c😀")).toBe("abc😀");
});
