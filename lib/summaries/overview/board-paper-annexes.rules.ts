import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { listComparisons, payText } from "@/lib/areas/local-facts.rules";
import { formatDay } from "@/lib/dates";
import type { DocxBlock } from "@/lib/files/docx-document.rules";
import { countLabel, formatNumber } from "@/lib/numbers";
import { type CountRow, countReactions, type RankedComment, stancesCaption } from "@/lib/summaries/counts.rules";
import { sharedDistrictText } from "@/lib/summaries/coverage.rules";
import { excerpt, peopleColumn, peopleText, percentTexts } from "@/lib/summaries/display.rules";
import { listDecisionRows, listReasonRows, medianWaitText } from "@/lib/summaries/moderation.rules";
import { groupLabel, noAnalysisText, noGroupsText } from "@/lib/summaries/opinion/opinion.rules";
import type { ConsensusPoint } from "@/lib/summaries/opinion/opinion.schema";
import {
  type BoardPaperContent,
  chartBlocks,
  heading,
  type PaperAnswers,
  paragraph,
  quote,
  subheading,
} from "@/lib/summaries/overview/board-paper-blocks.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";
import type { PaperPart } from "@/lib/summaries/overview/paper-parts.rules";
import { listSummaryCharts, reactionsText } from "@/lib/summaries/overview/summary-charts.rules";
import { peopleOnFoundation } from "@/lib/summaries/releases/release.rules";
import { type PlaceCounts, peopleByPlaceCaption } from "@/lib/summaries/scope.rules";
import type { Summary } from "@/lib/summaries/summary.rules";
import { mandateMethodLabels } from "@/lib/unions/responses/mandate.rules";

/** The parts of a summary behind the paper’s first pages, in the order of its page. */
export function annexBlocks(
  name: string,
  about: string | null,
  frontPage: SummaryFrontPage,
  answers: PaperAnswers | null,
  origin: string,
) {
  const { summary } = frontPage;
  const charts = listSummaryCharts(name, frontPage, answers?.progress ?? null);
  const chart = (id: string) => charts.filter((one) => one.id === id).flatMap((one) => chartBlocks(one));
  return {
    allComments: [
      heading("Comments"),
      ...commentsAnnex(summary, about ?? name, origin),
      ...chart("themes"),
      ...countTable("By foundation", "Foundation", summary.counts.foundations, summary.release),
      ...table(
        stancesCaption,
        ["View", "Comments", "Threads"],
        summary.counts.stances.map(({ name: view, comments, threads }) => [
          view,
          ...[comments, threads].map(formatNumber),
        ]),
      ),
      ...countTable("By section", "Section", summary.counts.sections),
      ...chart("agreement"),
    ],
    opinionGroups: [heading("Opinion groups"), ...opinionAnnex(summary, origin)],
    // a strategy has no counts of people of its own
    allPeople:
      summary.scope.lepId === null
        ? []
        : [heading("Who took part"), ...chart("coverage"), ...coverageAnnex(name, summary)],
    allQuotations: [heading("Quotations"), ...quotationsAnnex(summary, origin)],
    responses: [heading("Union responses"), ...responsesAnnex(summary, origin)],
    moderation: about === null ? [heading("Moderation"), ...moderationAnnex(summary)] : [],
    allAnswers: [heading("Answers"), ...answersAnnex(answers)],
  } satisfies Partial<Record<PaperPart, DocxBlock[]>>;
}

function commentsAnnex({ counts, strategy }: Summary, on: string, origin: string): DocxBlock[] {
  const rated = (title: string, rows: RankedComment[]) => [
    ...(rows.length > 0 ? [subheading(title)] : []),
    ...rows
      .slice(0, 5)
      .map((row) =>
        quote(origin, { citation: row.citation, text: excerpt(row.citation.text, 240), note: reactionsText(row) }),
      ),
  ];
  const all = `${countLabel(counts.comments, "comment")} in ${countLabel(counts.threads, "thread")} on ${on}, on the ${strategy.kind} for ${strategy.areaName}.`;
  return [
    paragraph(
      counts.reactions ? `${all} People gave ${countLabel(countReactions(counts.reactions), "reaction")}.` : all,
    ),
    ...rated("What most agree with", counts.supported),
    ...rated("What divides people most", counts.disputed),
  ];
}

const table = (caption: string, columns: string[], rows: string[][]): DocxBlock[] =>
  rows.length === 0 ? [] : [{ kind: "table", caption, columns, rows }];

/** @param release for foundations, with how many people it shows under each */
const countTable = (caption: string, name: string, rows: CountRow[], release: Summary["release"] = null) =>
  table(
    caption,
    [name, "Comments", "Threads", "Reactions", "Agree", "Disagree", "Pass", ...(release ? [peopleColumn] : [])],
    rows.map((row) => [
      row.name,
      ...[row.comments, row.threads, countReactions(row)].map(formatNumber),
      ...percentTexts([row.agrees, row.disagrees, row.passes]),
      ...(release ? [peopleText(peopleOnFoundation(release, row.id))] : []),
    ]),
  );

/** Comments by place, with how many people took part: what a strategy has in the place of coverage. */
export function placesTable({ places, heardByLep }: Summary): DocxBlock[] {
  const row = (name: string, { comments, threads }: PlaceCounts, people: string) => [
    ...[name, formatNumber(comments), formatNumber(threads)],
    ...(heardByLep ? [people] : []),
  ];
  return table(
    peopleByPlaceCaption,
    ["Place", "Comments", "Threads", ...(heardByLep ? [peopleColumn] : [])],
    [
      ...places.leps.map((lep) => row(lep.name, lep, peopleText(heardByLep?.get(lep.id)?.people ?? null))),
      row("No place given", places.noPlace, "–"),
      row("All", places.all, "–"),
    ],
  );
}

function opinionAnnex(summary: Summary, origin: string): DocxBlock[] {
  const { opinion, strategy } = summary;
  if (!opinion) return [paragraph(noAnalysisText(summary))];
  const { content, comments } = opinion;
  const { groups, why, people, divisive } = content;
  const points = (title: string, all: ConsensusPoint[]): DocxBlock[] => [
    ...(all.length > 0 ? [subheading(title)] : []),
    ...all.flatMap(({ comment, side, share }) => {
      const citation = comments.get(comment);
      const note = side === "agree" ? `${share.agree}% agree` : `${share.disagree}% disagree`;
      return citation ? [quote(origin, { citation, text: excerpt(citation.text, 240), note })] : [];
    }),
  ];
  const consensus = groups ? content.groupAwareConsensus : content.consensus;
  const bySide = (wanted: "agree" | "disagree") => consensus.filter(({ side }) => side === wanted);
  return [
    paragraph(
      `About ${people} people reacted to enough comments on ${strategy.areaName}, from the whole strategy area. Numbers of people and percentages here are rounded to 5.`,
    ),
    ...(groups
      ? [
          ...table(
            "The size of each opinion group",
            ["Group", "People"],
            groups.map((group) => [
              `${group.name}: ${groupLabel(group.defining[0], comments)}`,
              formatNumber(group.people),
            ]),
          ),
          ...groups.flatMap(({ name, defining }) =>
            points(`What group ${name} says more than others do`, defining.slice(0, 2)),
          ),
        ]
      : [paragraph(`No clear opinion groups. ${why ? noGroupsText[why] : "Too few people have reacted."}`)]),
    ...points(groups ? "What every group agrees with" : "What most of these people agree with", bySide("agree")),
    ...points(
      groups ? "What every group disagrees with" : "What most of these people disagree with",
      bySide("disagree"),
    ),
    ...(divisive.length > 0 ? [subheading("What divides the groups")] : []),
    ...divisive.flatMap(({ comment, shares }) => {
      const citation = comments.get(comment);
      const note = `agree: ${shares.map(({ agree }, at) => `${groups?.[at]?.name ?? ""} ${agree}%`).join(", ")}`;
      return citation ? [quote(origin, { citation, text: excerpt(citation.text, 240), note })] : [];
    }),
  ];
}

function coverageAnnex(name: string, { coverage, release }: Summary): DocxBlock[] {
  if (!coverage || !release) return [paragraph("There are no counts of people until the first release.")];
  const sharedText = sharedDistrictText(name, coverage.districts);
  return [
    paragraph(`Figures of people are rounded to 5, each on its own, so they may not add up. ${release.note}`.trim()),
    ...table(
      "People who took part by district",
      ["District", "Urban or rural", "People", "Residents"],
      coverage.districts.map(({ name, kind, people, residents }) => [
        ...[name, kind, peopleText(people), formatNumber(residents)],
      ]),
    ),
    ...(sharedText ? [paragraph(sharedText)] : []),
    ...table(
      "People who took part by type of area, added up from the districts shown",
      ["Type of area", "Districts", "People, at least", "Residents"],
      coverage.kinds.map(({ kind, districts, people, residents }) => [
        ...[kind, formatNumber(districts), peopleText(people), formatNumber(residents)],
      ]),
    ),
  ];
}

function quotationsAnnex({ quotations }: Summary, origin: string): DocxBlock[] {
  const themes = quotations?.themes.filter((theme) => theme.quotations.length > 0) ?? [];
  if (themes.length === 0) return [paragraph("There are too few comments on any theme to quote.")];
  return themes.flatMap(({ name, quotations: items }) => [
    subheading(name),
    ...items.map(({ citation, text, minority, group }) =>
      quote(origin, { citation, text, note: minority ? "A minority view" : group ? `Group ${group} agrees` : "" }),
    ),
  ]);
}

function responsesAnnex({ responses, campaigns }: Summary, origin: string): DocxBlock[] {
  const sent = campaigns?.campaigns ?? [];
  return [
    ...(responses.items.length === 0 ? [paragraph("No union has responded yet.")] : []),
    ...responses.items.flatMap(({ unionName, branch, covers, consulted, tookPart, method, minority, week }) => [
      subheading([unionName, branch].filter(Boolean).join(", ")),
      paragraph(
        `For ${covers}\n${formatNumber(tookPart)} of ${formatNumber(consulted)} members took part. ${mandateMethodLabels[method]}. Week of ${formatDay(week)}.\nThe minority said: ${minority}`,
      ),
    ]),
    ...(sent.length > 0 ? [subheading("Texts that many people sent")] : []),
    ...sent.map(({ citation, identical, personalised }) =>
      quote(origin, {
        ...{ citation, text: excerpt(citation.text, 240) },
        note: `${countLabel(identical, "person", "people")} sent this text, ${countLabel(personalised, "person", "people")} changed it`,
      }),
    ),
  ];
}

function moderationAnnex({ moderation, strategy }: Summary): DocxBlock[] {
  if (!moderation) return [paragraph("There are no decisions yet.")];
  const { content } = moderation;
  return [
    paragraph(`Union reps decide, not ${strategy.leadTitle}. ${medianWaitText(content) ?? ""}`.trim()),
    ...table("Decisions on the whole strategy", ["Decision", "Number"], listDecisionRows(content)),
    ...table("Reasons for not publishing unchanged, up to last Sunday", ["Reason", "Number"], listReasonRows(content)),
  ];
}

function answersAnnex(answers: PaperAnswers | null): DocxBlock[] {
  if (!answers || (answers.items.length === 0 && answers.progress.unanswered.length === 0))
    return [paragraph("There is nothing to answer yet.")];
  return [
    ...table(
      "Themes that still need an answer",
      ["Theme", "Comments"],
      answers.progress.unanswered.map(({ name, comments }) => [name, formatNumber(comments)]),
    ),
    ...answers.items.flatMap(({ source, by, current: { decision, why, changed } }) => [
      subheading(source.title),
      paragraph(`${by} answers: ${answerDecisionLabels[decision]}. ${why}`),
      ...(changed ? [paragraph(`What changed: ${changed}`)] : []),
    ]),
  ];
}

/** The population, work and pay of the area. */
export function areaAnnex(name: string, facts: NonNullable<BoardPaperContent["facts"]>): DocxBlock[] {
  const { year, place, work, pay } = facts;
  return [
    heading("The area in numbers"),
    paragraph(
      `${formatNumber(place.people)} people live in the ${name} area. These numbers cover everybody there, not just people who took part.`,
    ),
    ...table(`${name} and England, ${year}`, ["What", name, "England"], listComparisons(place, work)),
    ...(pay ? [paragraph(payText(pay, year))] : []),
    { kind: "note", text: "Sources: Office for National Statistics. Boundaries of April 2021." },
  ];
}
