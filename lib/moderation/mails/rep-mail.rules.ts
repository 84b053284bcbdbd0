import { escapeHtml } from "@/lib/characters";
import { htmlParagraph, type Mail, mailHtml } from "@/lib/notifications/mail.rules";
import { countLabel } from "@/lib/numbers";
import type { RepMailKind } from "@/prisma/generated/enums";

/** What a rep can be emailed about, in the order of the mail. */
export const repMailLabels: Record<RepMailKind, string> = {
  late: "Cases that are late",
  passed: "Cases that were passed to me",
  waiting: "Cases waiting in my areas",
  originals: "Requests to unlock an original",
  second_looks: "Second looks",
  rota: "My week on the rota",
};

/** How much of each kind there is for a rep. `rota`: 1 on the day on which their week begins. */
export type RepMailCounts = Record<RepMailKind, number>;

const lines: Record<RepMailKind, (count: number) => string> = {
  late: (count) => countLabel(count, "is late", "are late"),
  passed: (count) => countLabel(count, "was passed to you", "were passed to you"),
  waiting: (count) => countLabel(count, "is waiting", "are waiting"),
  originals: (count) => countLabel(count, "request needs your answer", "requests need your answer"),
  second_looks: (count) => countLabel(count, "needs a second look", "need a second look"),
  rota: () => "It is your week on the rota",
};

/**
 * The daily mail to a rep: numbers alone, which say nothing about anybody to whoever else reads it. Null when there is
 * nothing that they want to hear about.
 */
export function repMail(
  counts: RepMailCounts,
  stopped: readonly RepMailKind[],
  urls: { queue: string; settings: string },
): Mail | null {
  const kinds = (Object.keys(repMailLabels) as RepMailKind[]).filter(
    (kind) => counts[kind] > 0 && !stopped.includes(kind),
  );
  if (kinds.length === 0) return null;
  const subject = "Your list for today";
  const list = kinds.map((kind) => `${lines[kind](counts[kind])}.`);
  const closing = "Choose what we email you about, or stop these emails:";
  const link = (url: string) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
  return {
    subject,
    text: `${[list.join("\n"), `Open your list:\n${urls.queue}`, `${closing}\n${urls.settings}`].join("\n\n")}\n`,
    html: mailHtml(subject, [
      ...list.map(htmlParagraph),
      htmlParagraph(`Open your list:<br>${link(urls.queue)}`),
      htmlParagraph(`${closing}<br>${link(urls.settings)}`),
    ]),
  };
}
