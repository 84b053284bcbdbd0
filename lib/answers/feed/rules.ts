import { decisionWords } from "@/lib/answers/rules";
import { paths } from "@/lib/paths";
import type { AnswerDecision } from "@/prisma/generated/enums";

type Words = { number: number; decision: AnswerDecision; why: string; changed: string | null; week: string };
type Entry = {
  id: string;
  strategyId: string;
  by: string;
  point: { title: string };
  now: Words;
  /** What was published before, the newest first. */
  before: Words[];
};

type Feed = {
  /** Where the service is, such as https://example.org, without a slash at the end. */
  origin: string;
  /** The feed's own address and that of the page it belongs to. */
  self: string;
  page: string;
  title: string;
  entries: Entry[];
};

/**
 * An Atom feed of answers (RFC 4287). Ids never change: they are made of the answer and the number of its words, and
 * of no address. Days are Mondays, as everywhere.
 */
export function atom({ origin, self, page, title, entries }: Feed): string {
  const weeks = entries.map(({ now }) => now.week).sort();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>urn:at-the-table:feed:${escapeXml(self)}</id>
<title>${escapeXml(title)}</title>
<updated>${weeks.at(-1) ?? "1970-01-01"}T00:00:00Z</updated>
<author><name>At the Table</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(origin + self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(origin + page)}"/>
${entries.map((entry) => entryOf(origin, entry)).join("")}</feed>
`;
}

function entryOf(origin: string, { id, strategyId, by, point, now, before }: Entry): string {
  const first = before.at(-1) ?? now;
  const words = [now.why, now.changed && `What changed: ${now.changed}`].filter(Boolean).join("\n\n");
  return `<entry>
<id>urn:at-the-table:answer:${escapeXml(id)}:${now.number}</id>
<title>${escapeXml(`${decisionWords[now.decision]}: ${point.title}`)}</title>
<published>${first.week}T00:00:00Z</published>
<updated>${now.week}T00:00:00Z</updated>
<author><name>${escapeXml(by)}</name></author>
<link rel="alternate" type="text/html" href="${escapeXml(`${origin}${paths.answers(strategyId)}#answer-${id}`)}"/>
<content type="text">${escapeXml(words)}</content>
</entry>
`;
}

/** Text for XML 1.0: its five signs are written out, and what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
