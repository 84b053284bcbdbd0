import { z } from "zod";
import { moderationPart } from "@/lib/summaries/moderation.schema";
import { opinionPart } from "@/lib/summaries/opinion/opinion.schema";
import { CommentSource, DistrictRole, MandateMethod, Phase, Stance } from "@/prisma/generated/enums";

// What the API answers, as schemas: /api/v1/openapi.json is made from them, and openapi.test.ts parses the responses with
// them. Properties that a schema does not name are an error.

const text = z.string();
const count = z.int().min(0);
const countOrNull = count.nullable().describe("Null if too few to publish.");
const textOrNull = text.nullable();
const phase = z.enum(Phase);
const dateTime = z.iso.datetime();
const closesAt = dateTime.nullable();

const facts = {
  id: text,
  kindName: text,
  areaName: text,
  title: textOrNull,
  leadType: z.enum(["mayor", "lep", "body"]),
  leadTitle: text,
  leadKind: text,
  status: text,
  statusDate: textOrNull,
  phase,
  closesAt,
};
/** A funding line: how much, how it is shared, who gets it, when it is decided. */
const funding = z.strictObject({
  kind: z.literal("funding"),
  name: text,
  amount: text,
  sharing: z.enum(["competition", "head", "formula", "decided", "other"]),
  who: text,
  decided: text,
  source: textOrNull,
});
/** `url`: the page that lists exactly these comments. */
const listedCounts = { comments: count, threads: count, url: text };
const counts = z.array(z.strictObject({ id: text, name: text, ...listedCounts }));

const day = z.iso.date();
const place = { commentId: text, threadId: text };
const ratedComments = z.array(z.strictObject({ ...place, agrees: count, disagrees: count, passes: count }));
const release = z.strictObject({
  number: count,
  day,
  method: text,
  note: text,
  themes: z.array(text),
  sectors: z.array(text),
  districts: z.array(text),
  cells: z.array(z.strictObject({ theme: text, sector: text, district: text, people: count })),
});
/** The sections of a summary after its counts. */
const summaryProperties = {
  /** All comments on the strategy: under its LEPs, and those without a place; the two add up to `all`. */
  places: z.strictObject({ leps: counts, noPlace: z.strictObject(listedCounts), all: z.strictObject(listedCounts) }),
  release: release.nullable(),
  coverage: z
    .strictObject({
      year: count,
      jobs: count,
      sectors: z.array(
        z.strictObject({
          id: text,
          name: text,
          lowPaid: z.boolean(),
          foundational: z.boolean(),
          people: countOrNull,
          share: countOrNull,
          jobs: count,
          jobsShare: count,
        }),
      ),
      districts: z.array(
        z.strictObject({
          id: text,
          name: text,
          kind: text,
          people: countOrNull,
          residents: count,
          alsoIn: z
            .array(text)
            .describe(
              "Other areas that this district is in. `people` are then only those whose comments are under this area.",
            ),
        }),
      ),
      kinds: z.array(z.strictObject({ kind: text, districts: count, people: countOrNull, residents: count })),
    })
    .nullable(),
  supported: ratedComments,
  disputed: ratedComments,
  opinion: z.strictObject({ day, ...opinionPart.shape }).nullable(),
  quotations: z.array(
    z.strictObject({
      themeId: text,
      ...place,
      quotation: text,
      start: count,
      end: count,
      group: textOrNull,
      minority: z.boolean(),
    }),
  ),
  campaigns: z.array(
    z.strictObject({ ...place, identical: count, identicalUrl: text, personalised: count, personalisedUrl: text }),
  ),
  responses: z.array(
    z.strictObject({
      responseId: text,
      union: text,
      branch: text,
      covers: text,
      asked: count,
      tookPart: count,
      method: z.enum(MandateMethod),
      minority: text,
      week: day,
    }),
  ),
  moderated: z.strictObject({ day, ...moderationPart.shape }).nullable(),
};

/** `waiting`: to the nearest 5, null under 5. */
const summary = {
  strategyId: text,
  areaName: text,
  phase,
  ...listedCounts,
  waiting: countOrNull,
  foundations: counts,
  themes: counts,
  stances: counts,
  ...summaryProperties,
};

const components = {
  Release: release,
  Lep: z.strictObject({
    id: text,
    name: text,
    title: text,
    kindName: text,
    kindPlural: text,
    regions: z.array(text),
    population: z.int().nullable(),
    tile: z.strictObject({ q: z.int(), r: z.int() }).nullable(),
    districtCount: count,
    strategies: z.array(
      z.strictObject({
        id: text,
        areaName: text,
        title: textOrNull,
        leadType: text,
        leadTitle: text,
        leadShort: text,
        status: text,
        phase,
        closesAt,
      }),
    ),
  }),
  StrategyFacts: z.strictObject(facts),
  Strategy: z.strictObject({
    ...facts,
    summary: textOrNull,
    canChange: textOrNull,
    priorities: z.array(text),
    certainty: text,
    /** `isOurs`: we divided it into sections. `extensions`: of its closing day. */
    isOurs: z.boolean(),
    extensions: z.array(z.strictObject({ before: closesAt, after: dateTime, reason: text })),
    sources: z.array(text),
    contact: textOrNull,
    leps: z.array(z.strictObject({ id: text, title: text })),
    districts: z.array(
      z.strictObject({
        id: text,
        name: text,
        role: z.enum(DistrictRole),
      }),
    ),
    money: z.array(z.strictObject({ id: text, section: count, block: funding, threads: count })),
    sections: z.array(
      z.strictObject({ id: text, number: count, title: text, summary: text, foundationId: textOrNull, threads: count }),
    ),
  }),
  StrategySummary: z.strictObject(summary),
  /** `heard`: the people in the newest release of each LEP. */
  EntireStrategySummary: z.strictObject({
    ...summary,
    heard: z.array(z.strictObject({ lepId: text, number: count, day, people: countOrNull })),
  }),
  Comment: z.strictObject({
    id: text,
    threadId: text,
    strategyId: text,
    sectionNumber: count,
    isReply: z.boolean(),
    alias: text,
    state: z.literal("published"),
    text,
    isRedacted: z.boolean(),
    stance: z.enum(Stance).nullable(),
    week: day,
    themes: z.array(z.strictObject({ id: text, name: text })),
    lep: textOrNull,
    source: z.enum(CommentSource),
    isRecordedLate: z.boolean(),
    agrees: count,
    disagrees: count,
    passes: count,
  }),
  BodyRecord: z.strictObject({
    bodyId: text,
    name: text,
    waiting: countOrNull,
    actions: z.array(z.strictObject({ action: text, count })),
    reasons: z.array(z.strictObject({ reason: text, count: countOrNull })),
    appeals: z.strictObject({ decided: countOrNull, upheldPercent: countOrNull }),
    reports: z.strictObject({ decided: countOrNull, changedPercent: countOrNull }),
    secondLooks: z.strictObject({ decided: countOrNull, agreedPercent: countOrNull }),
    originalsOpened: countOrNull,
    medianWaitHours: countOrNull,
    chain: z.strictObject({ length: count, head: text }),
  }),
  Head: z.strictObject({ day: text, length: count, hash: text, line: text }),
};

const { Lep, Release, StrategyFacts, Strategy, StrategySummary, EntireStrategySummary, Comment, BodyRecord, Head } =
  components;
const areaRef = z.strictObject({ id: text, name: text });

/** Everything that the API answers in JSON, by its name in the document. */
const EnglandTotals = z.strictObject({
  comments: count,
  open: count.describe("Strategies that are open for comments."),
  reactions: z.strictObject({ agrees: count, disagrees: count, passes: count }),
  answers: count,
  themes: count.describe("Themes with comments, each once for each strategy."),
  answered: count,
  overdue: count,
  responses: count,
  members: count,
  releasedAreas: count,
});
/** `rows`: values in the order of `columns`; null is not shown. */
const EnglandChart = z.strictObject({
  id: text,
  title: text,
  claim: text,
  description: text,
  source: text,
  columns: z.array(text),
  rows: z.array(z.array(z.union([text, z.number(), z.null()]))),
});

export const schemas = {
  ...components,
  England: z.strictObject({ totals: EnglandTotals, charts: z.array(EnglandChart) }),
  Leps: z.strictObject({ leps: z.array(Lep) }),
  LepSummary: z.strictObject({ lep: areaRef, strategies: z.array(StrategySummary) }),
  LepRelease: z.strictObject({ lep: areaRef, release: Release }),
  Strategies: z.strictObject({ strategies: z.array(StrategyFacts) }),
  StrategyPage: z.strictObject({ strategy: Strategy }),
  EntireSummary: z.strictObject({ strategy: EntireStrategySummary }),
  Comments: z.strictObject({ comments: z.array(Comment), next: textOrNull }),
  Bodies: z.strictObject({ bodies: z.array(BodyRecord) }),
  Heads: z.strictObject({
    chain: text,
    keys: z.array(z.strictObject({ publicKey: text, from: textOrNull })),
    heads: z.array(Head),
  }),
  Timestamps: z.strictObject({ timestamps: z.array(z.strictObject({ day: text, text, token: text })) }),
  Failure: z.strictObject({ error: text }),
};
