import { lepGrid } from "@/lib/areas/lep-grid.rules";
import { countLabel, formatNumber, partOf } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { leastComparedReactions } from "@/lib/summaries/chart.rules";
import { type Chart, notShownText, type TableValue } from "@/lib/summaries/charts/drawing.rules";
import { type Shade, shadeScale } from "@/lib/summaries/charts/shading";
import { countReactions } from "@/lib/summaries/counts.rules";
import { percentTexts } from "@/lib/summaries/display.rules";
import { type EnglandFacts, hasOpened, sumProgress, type ThemeProgress } from "@/lib/summaries/england/england.rules";
import { percentages } from "@/lib/summaries/largest-remainder";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";

/** What the tile map can show, in the order of its links. */
export const measures = {
  people: "People for each 10,000 jobs",
  agreement: "Share who agree",
  answered: "Themes answered",
  overdue: "Answers overdue",
} as const;
export type Measure = keyof typeof measures;
export const isMeasure = (name: unknown): name is Measure => typeof name === "string" && Object.hasOwn(measures, name);

/** "hidden": too few to show; "none": there is nothing to show. */
type AreaValue = { value: number | "hidden" | "none"; text: string; label: string; cells: TableValue[] };

type Area = EnglandFacts["areas"][number] & { isOpen: boolean; progress: ThemeProgress };

/** The areas with what is answered in all strategies under which their comments count. */
function listMeasuredAreas(facts: EnglandFacts, progress: ReadonlyMap<string, ThemeProgress>): Area[] {
  return facts.areas.map((area) => {
    const own = facts.strategies.filter(({ lepIds }) => lepIds.includes(area.id)).filter(hasOpened);
    return {
      ...area,
      isOpen: own.length > 0,
      progress: sumProgress(own.flatMap(({ id }) => progress.get(id) ?? [])),
    };
  });
}

const notOpen = { value: "none", text: "–", label: "not open for comments yet" } as const;

function measurePeople({ release, jobs, isOpen }: Area): AreaValue {
  const people = release && peopleInCell(release, {});
  const cells = [people, jobs, null, release?.number ?? null];
  if (people === null)
    return isOpen
      ? { value: "hidden", text: "few", label: "nobody, or too few to show", cells }
      : { ...notOpen, cells };
  const about = `about ${countLabel(people, "person", "people")}`;
  if (!jobs) return { value: "none", text: "–", label: `${about}; no figures for jobs`, cells };
  const rate = (people / jobs) * 10_000;
  const text = rate.toFixed(rate < 1 ? 2 : 1);
  return {
    value: rate,
    text,
    label: `${text} people for each 10,000 jobs, ${about}`,
    cells: [people, jobs, Number(text), release?.number ?? null],
  };
}

function measureAgreement({ reactions, isOpen }: Area): AreaValue {
  const all = reactions ? countReactions(reactions) : 0;
  if (!reactions || all === 0) {
    const label = isOpen ? "no reactions yet" : notOpen.label;
    return { value: "none", text: "–", label, cells: [0, null, null, null] };
  }
  const parts = [reactions.agrees, reactions.disagrees, reactions.passes];
  const [agree = 0] = percentages(parts);
  const label = `${percentTexts(parts)[0]} agree, of ${countLabel(all, "reaction")}`;
  const cells = [all, ...percentTexts(parts)];
  return all < leastComparedReactions
    ? { value: "hidden", text: "few", label: `fewer than ${leastComparedReactions} reactions`, cells }
    : { value: agree, text: `${agree}%`, label, cells };
}

function measureAnswered({ isOpen, progress: { themes, answered } }: Area): AreaValue {
  const cells = [themes, answered, themes - answered];
  if (!isOpen || themes === 0)
    return { value: "none", text: "–", label: isOpen ? "no themes have comments yet" : notOpen.label, cells };
  const share = Math.floor((answered / themes) * 100);
  return { value: share, text: `${share}%`, label: `${answered} of ${countLabel(themes, "theme")} answered`, cells };
}

function measureOverdue({ isOpen, progress: { themes, overdue } }: Area): AreaValue {
  const cells = [themes, overdue];
  if (!isOpen) return { ...notOpen, cells };
  return { value: overdue, text: String(overdue), label: `${countLabel(overdue, "answer")} overdue`, cells };
}

const measureOf = {
  people: measurePeople,
  agreement: measureAgreement,
  answered: measureAnswered,
  overdue: measureOverdue,
};

const editionSource = "As of the newest edition of each strategy.";
const releaseSource = (year: number) =>
  `People: the newest release of each LEP, rounded to 5. Jobs: Office for National Statistics, Business Register and Employment Survey, ${year}.`;

const texts: Record<Measure, { description: string; columns: string[] }> = {
  people: {
    description:
      "People who commented, for each 10,000 jobs in the area. Somebody who took part in 2 areas counts in each. Hatched: nobody, or too few people to show.",
    columns: ["People", "Jobs", "People for each 10,000 jobs", "Release"],
  },
  agreement: {
    description: `Of all reactions to the comments under a LEP, the share who agree. Hatched: fewer than ${leastComparedReactions} reactions, too few to compare.`,
    columns: ["Reactions", "Agree", "Disagree", "Pass"],
  },
  answered: {
    description:
      "Of the themes that people commented on, the share that the lead body has answered, in all strategies of the area.",
    columns: ["Themes with comments", "Answered", "Still need an answer"],
  },
  overdue: {
    description: "Themes without an answer 12 weeks after their strategy closed for comments.",
    columns: ["Themes with comments", "Overdue"],
  },
};

/** The tile map of one measure, over the LEPs; its table has every other body under which comments count as well. */
export function measureChart(
  measure: Measure,
  facts: EnglandFacts,
  progress: ReadonlyMap<string, ThemeProgress>,
  jobsYear: number,
): Chart {
  const rows = listMeasuredAreas(facts, progress).map((area) => ({ ...area, ...measureOf[measure](area) }));
  const shade = shadeScale(rows.flatMap(({ value }) => (typeof value === "number" ? [value] : [])));
  const { description, columns } = texts[measure];
  return {
    id: measure,
    title: measures[measure],
    claim: measureClaim(measure, rows),
    description,
    source: measure === "people" ? releaseSource(jobsYear) : editionSource,
    drawing: {
      kind: "tiles",
      tiles: rows
        .flatMap(({ id, name, value, text, label }) => {
          const square = lepGrid.get(id);
          const tileShade: Shade = typeof value === "number" ? shade(value) : value;
          return square ? [{ id, name, ...square, href: paths.lep(id), text, label, shade: tileShade }] : [];
        })
        .sort((a, b) => a.row - b.row || a.column - b.column),
    },
    table: { columns: ["LEP", ...columns], rows: rows.map(({ name, cells }) => [name, ...cells]) },
  };
}

type MeasuredRow = Pick<Area, "name" | "isOpen" | "progress"> & AreaValue;

function measureClaim(measure: Measure, all: readonly MeasuredRow[]): string {
  const rows = all.flatMap(({ value, ...row }) => (typeof value === "number" ? [{ ...row, value }] : []));
  const [most, least] = [rows.toSorted((a, b) => b.value - a.value)[0], rows.toSorted((a, b) => a.value - b.value)[0]];
  const open = all.filter(({ isOpen }) => isOpen).length;
  if (open === 0) return "No strategy has opened for comments yet";
  if (measure === "overdue") {
    const late = rows.filter(({ value }) => value > 0).length;
    return late === 0 || !most
      ? "No answers are overdue"
      : `Answers are overdue in ${partOf(late, open, "area")}, most in ${most.name}: ${formatNumber(most.value)}`;
  }
  if (!most || !least) return nothingClaims[measure];
  if (measure === "answered" && most.value === 0) return "No theme has been answered yet";
  const name = { people: "Most people for each 10,000 jobs", agreement: "Most agreement", answered: "Most answered" };
  const top = `${name[measure]}: ${most.name}, ${most.text}`;
  if (measure === "people") {
    const hidden = all.filter(({ value }) => value === "hidden").length;
    return hidden === 0 ? top : `${top}; nobody, or too few to show, in ${partOf(hidden, open, "area")}`;
  }
  return rows.length === 1 || most.value === least.value ? top : `${top}; least: ${least.name}, ${least.text}`;
}

const nothingClaims = {
  people: "No area has had enough people to show yet",
  agreement: "Too few reactions to compare areas yet",
  answered: "No theme has comments yet",
};

/** The areas of a list of names, with how many more there are. */
export function nameSome(names: readonly string[], most = 3): string {
  if (names.length === 0) return notShownText;
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join("; ")} and ${rest} more` : names.join("; ");
}
