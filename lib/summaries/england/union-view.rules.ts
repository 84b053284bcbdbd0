import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { dateOfDay, formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Chart, HeatCell } from "@/lib/summaries/charts/drawing.rules";
import { shadeScale } from "@/lib/summaries/charts/shading";
import { type ReleasedArea, sectorChart } from "@/lib/summaries/england/sector-chart.rules";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import { notGiven, sectorGroupOf, sectorGroups } from "@/lib/summaries/releases/release-table.rules";
import type { AnswerDecision } from "@/prisma/generated/enums";

/** What a union's page counts. `week`: Monday of the week of publication, YYYY-MM-DD. */
export type UnionFacts = {
  /** `sectors`: SIC sections. */
  union: { id: string; name: string; shortName: string; covers: string; sectors: string[] };
  areas: ReleasedArea[];
  responses: {
    id: string;
    strategyId: string;
    areaName: string;
    branch: string;
    consulted: number;
    tookPart: number;
    week: string;
    answer: { decision: AnswerDecision; why: string } | null;
  }[];
};

/** The kinds of work in which a union organises, in the groups by which releases count people. */
export const unionGroups = (sectors: readonly string[]): string[] => {
  const own = new Set(sectors.map(sectorGroupOf));
  own.delete(notGiven);
  return Object.keys(sectorGroups).filter((id) => own.has(id));
};

/** The charts of a union's page, in their order. */
export function buildUnionCharts({ union, areas, responses }: UnionFacts): Chart[] {
  const groups = unionGroups(union.sectors);
  return [sectorChart(areas, groups), areaChart(areas, groups), responseChart(responses)];
}

const groupName = (id: string) => sectorGroups[id]?.name ?? id;

/** People of each kind of work in each area where any of them is shown. */
function areaChart(areas: readonly ReleasedArea[], groups: readonly string[]): Chart {
  const rows = areas
    .map(({ release, ...area }) => ({ ...area, people: groups.map((sector) => peopleInCell(release, { sector })) }))
    .filter(({ people }) => people.some((shown) => shown !== null));
  const shade = shadeScale(rows.flatMap(({ people }) => people.flatMap((shown) => shown ?? [])));
  const toCell = (people: number | null): HeatCell =>
    people === null
      ? { text: "few", shade: "hidden", href: null }
      : { text: String(people), shade: shade(people), href: null };
  return {
    id: "areas",
    title: "Area by area",
    claim: areaClaim(areas.length, rows.length),
    description:
      "How many people from each kind of work commented. Hatched: nobody, or too few people to show. The same goes for every area that is not in the list.",
    source: "The newest release of each LEP, rounded to 5.",
    drawing: {
      kind: "heat",
      name: "LEP",
      columns: groups.map(groupName),
      rows: rows.map(({ id, name, people }) => ({ id, name, href: paths.lep(id), cells: people.map(toCell) })),
    },
    table: { columns: ["LEP", ...groups.map(groupName)], rows: rows.map(({ name, people }) => [name, ...people]) },
  };
}

function areaClaim(released: number, shown: number): string {
  if (released === 0) return "No counts of people have been released yet";
  if (shown === 0) return "Too few people from these kinds of work to show in any area";
  return `People from these kinds of work are shown in ${countLabel(shown, "area")}`;
}

function responseChart(responses: UnionFacts["responses"]): Chart {
  const answered = responses.filter(({ answer }) => answer).length;
  const members = responses.reduce((sum, { tookPart }) => sum + tookPart, 0);
  const nameOf = ({ areaName, branch }: UnionFacts["responses"][number]) => `${areaName}${branch && ` (${branch})`}`;
  const answerText = ({ answer }: UnionFacts["responses"][number]) =>
    answer ? answerDecisionLabels[answer.decision] : "No answer yet";
  return {
    id: "responses",
    title: "Responses",
    claim:
      responses.length === 0
        ? "The union has not responded to a strategy yet"
        : `${countLabel(responses.length, "response")}: ${countLabel(members, "member")} took part; ${answered === 0 ? "none" : answered} answered`,
    description: "Members who took part in each response, as the union states it.",
    source: "Published union responses.",
    drawing: {
      kind: "bars",
      rows: responses.map((response) => ({
        id: response.id,
        name: nameOf(response),
        href: paths.response(response.strategyId, response.id),
        value: response.tookPart,
        label: `${countLabel(response.tookPart, "member")} took part. ${answerText(response)}`,
      })),
    },
    table: {
      columns: ["Strategy", "Members asked", "Members who took part", "Published in the week of", "Answer"],
      rows: responses.map((response) => [
        ...[nameOf(response), response.consulted, response.tookPart],
        ...[formatDay(dateOfDay(response.week)), answerText(response)],
      ]),
    },
  };
}
