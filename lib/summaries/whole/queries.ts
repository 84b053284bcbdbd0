import { db } from "@/lib/db";
import { bodyTitle } from "@/lib/strategies/rules";
import { getCoverage } from "@/lib/summaries/coverage/queries";
import { getParts } from "@/lib/summaries/parts/queries";
import type { Parts } from "@/lib/summaries/parts/rules";
import { getRelease } from "@/lib/summaries/releases/queries";
import { listNamedComments, type NamedComment } from "@/lib/summaries/said/queries";
import type { SaidPart } from "@/lib/summaries/said/rules";
import { commentsOf } from "@/lib/summaries/stand/rules";
import type { Rated, Said, SaidRow, WholeSummary } from "@/lib/summaries/whole/rules";
import { wordsOf } from "@/lib/summaries/words/rules";

/**
 * Everything that is said of a LEP, a strategy at a time. It reads counts that are kept and parts that a job made, and
 * by their ids the few comments that these name: as dear with a million comments as with ten.
 */
export async function getWholeSummary(lepId: string): Promise<WholeSummary[]> {
  const [strategies, themes, release] = await Promise.all([
    db().strategy.findMany({
      where: { OR: [{ leadBodyId: lepId }, { bodies: { some: { bodyId: lepId } } }] },
      orderBy: { areaName: "asc" },
      select: {
        id: true,
        areaName: true,
        leadBody: { select: { name: true, kind: { select: { short: true } } } },
        tallies: { where: { lepId } },
        versions: {
          where: { publishedAt: { not: null } },
          orderBy: { number: "desc" },
          take: 1,
          select: {
            sections: {
              orderBy: { position: "asc" },
              select: { title: true, section: { select: { id: true, number: true } } },
            },
          },
        },
      },
    }),
    db().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true, family: true } }),
    getRelease(lepId),
  ]);
  const coverage = release && (await getCoverage(lepId, release));
  return Promise.all(
    strategies.map(async ({ id, areaName, leadBody, tallies, versions }) => {
      const parts = await getParts(id, lepId);
      const comments = await listNamedComments(namedIn(parts));
      const counted = { tallies, part: parts.said?.content };
      const named = (one: { id: string; name: string }): SaidRow => row(counted, "theme", { ...one, number: null });
      const sections = (versions[0]?.sections ?? []).map(({ title, section }) =>
        row(counted, "section", { id: section.id, number: section.number, name: title }),
      );
      const said: Said = {
        ...totals(counted),
        day: parts.said?.day ?? null,
        foundations: themes
          .filter(({ family }) => family === "foundation")
          .map((one) => row(counted, "foundation", { id: one.id, name: one.name, number: null })),
        themes: themes.map(named).filter((one) => one.comments > 0),
        sections: sections.filter((one) => one.comments > 0),
        supported: rated(parts.said?.content.supported, comments),
        disputed: rated(parts.said?.content.disputed, comments),
      };
      const strategy = { id, areaName, leadTitle: bodyTitle(leadBody) };
      return {
        strategy,
        said,
        release,
        coverage,
        ...rest(parts, comments, new Map(themes.map((t) => [t.id, t.name]))),
      };
    }),
  );
}

type Counted = {
  tallies: { by: string; key: string; comments: number; threads: number; waiting: number }[];
  part: SaidPart | undefined;
};
type By = "theme" | "section" | "foundation";

function row({ tallies, part }: Counted, by: By, name: { id: string; name: string; number: number | null }): SaidRow {
  const kept = tallies.find((tally) => tally.by === by && tally.key === name.id);
  const reactions = part?.groups.find((group) => group.by === by && group.key === name.id);
  return {
    ...name,
    comments: kept?.comments ?? 0,
    threads: kept?.threads ?? 0,
    agrees: reactions?.agrees ?? 0,
    disagrees: reactions?.disagrees ?? 0,
    passes: reactions?.passes ?? 0,
  };
}

function totals({ tallies, part }: Counted) {
  const all = tallies.find(({ by }) => by === "all");
  const group = part?.groups.find(({ by }) => by === "all");
  const reactions = group && { agrees: group.agrees, disagrees: group.disagrees, passes: group.passes };
  const { comments = 0, threads = 0, waiting = 0 } = all ?? {};
  return { comments, threads, waiting, reactions: reactions ?? null };
}

function namedIn({ said, opinion, quotations, campaigns }: Parts): string[] {
  const rows = [...(said?.content.supported ?? []), ...(said?.content.disputed ?? []), ...(campaigns?.content ?? [])];
  const quoted = quotations?.content.flatMap((theme) => theme.quotations) ?? [];
  return [...[...rows, ...quoted].map(({ comment }) => comment), ...(opinion ? commentsOf(opinion.content) : [])];
}

function rated(rows: SaidPart["supported"] = [], comments: Map<string, NamedComment>): Rated[] {
  return rows.flatMap((one) => {
    const said = comments.get(one.comment);
    return said ? [{ ...one, said }] : [];
  });
}

function rest(
  { opinion, quotations, campaigns, moderated }: Parts,
  comments: Map<string, NamedComment>,
  themes: Map<string, string>,
) {
  const quoted = quotations?.content.map(({ theme, quotations: chosen }) => ({
    id: theme,
    name: themes.get(theme) ?? theme,
    quotations: chosen.flatMap((one) => {
      const said = comments.get(one.comment);
      const words = wordsOf(one, said);
      return said && words
        ? [{ words, group: one.group, minority: one.minority, start: one.start, end: one.end, said }]
        : [];
    }),
  }));
  const sent = campaigns?.content.flatMap((one) => {
    const said = comments.get(one.comment);
    return said ? [{ ...one, said }] : [];
  });
  return {
    stand: opinion ? { ...opinion, comments } : null,
    words: quotations ? { day: quotations.day, themes: quoted ?? [] } : null,
    campaigns: campaigns ? { day: campaigns.day, campaigns: sent ?? [] } : null,
    moderated: moderated ?? null,
  };
}
