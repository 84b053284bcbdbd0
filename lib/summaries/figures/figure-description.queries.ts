import { findSubject } from "@/lib/areas/subject.rules";
import { noStanceLabel, stanceLabels } from "@/lib/comments/comment.rules";
import { db } from "@/lib/database/client";
import { currentVersionArgs, visibleStrategyWhere } from "@/lib/strategies/strategy.queries";
import { type FigureFilter, noneOfThese } from "@/lib/summaries/figures/figure-filter.schema";
import { noPlace, type SummaryScope } from "@/lib/summaries/scope.rules";

/**
 * What a list of comments is about, as the title of its page: "Skills and training, Black Country". Null when the
 * strategy is not visible, or the scope or filter names something that does not exist.
 */
export async function describeFigure(scope: SummaryScope, filter: FigureFilter): Promise<{ title: string } | null> {
  const { theme, foundation, section, stance, subject, campaign, texts } = filter;
  const themeIds = [theme, foundation === noneOfThese ? null : foundation].filter((id) => typeof id === "string");
  const [strategy, lep, themes] = await Promise.all([
    db().strategy.findFirst({
      where: { id: scope.strategyId, ...visibleStrategyWhere },
      select: {
        areaName: true,
        versions: {
          ...currentVersionArgs,
          select: { sections: { select: { title: true, section: { select: { number: true } } } } },
        },
      },
    }),
    scope.lepId ? db().body.findUnique({ where: { id: scope.lepId }, select: { name: true } }) : null,
    db().theme.findMany({ where: { id: { in: themeIds } }, select: { id: true, name: true } }),
  ]);
  if (!strategy || (scope.lepId && !lep) || themes.length < new Set(themeIds).size) return null;
  const themeName = (id: string) => themes.find((row) => row.id === id)?.name;
  const sections = strategy.versions[0]?.sections ?? [];
  const parts: (string | null | undefined)[] = [
    theme && themeName(theme),
    subject && findSubject(subject)?.name,
    foundation && (foundation === noneOfThese ? "Sections under no foundation" : themeName(foundation)),
    section === noneOfThese
      ? "Sections of earlier versions"
      : sections.find((row) => row.section.number === section)?.title,
    stance && (stance === noneOfThese ? noStanceLabel : stanceLabels[stance]),
    campaign && (texts === "personalised" ? "Text that people changed" : "The same text from several people"),
  ];
  if ([theme, subject, foundation, section, stance, campaign].some((given, i) => given && !parts[i])) return null;
  const place = scope.lepId === noPlace ? `${strategy.areaName}, no place given` : (lep?.name ?? strategy.areaName);
  const about = parts.filter(Boolean).join("; ");
  return { title: about ? `${about}: ${place}` : `Comments: ${place}` };
}
