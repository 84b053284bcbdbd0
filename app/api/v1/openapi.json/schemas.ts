const text = { type: "string" } as const;
const count = { type: "integer", minimum: 0 } as const;
/** Null if too few to publish. */
const countOrNull = { type: ["integer", "null"], minimum: 0 } as const;
const textOrNull = { type: ["string", "null"] } as const;
const phase = { enum: ["reference", "open", "closed", "archived"] } as const;
const closesAt = { type: ["string", "null"], format: "date-time" } as const;

type Schema = Readonly<Record<string, unknown>>;

/** All properties are required. */
const objectOf = (properties: Record<string, Schema>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const arrayOf = (items: Schema) => ({ type: "array", items });

const facts = {
  id: text,
  kindName: text,
  areaName: text,
  title: textOrNull,
  leadType: { enum: ["mayor", "lep", "body"] },
  leadTitle: text,
  leadKind: text,
  status: text,
  statusDate: textOrNull,
  phase,
  closesAt,
};
/** A funding line: how much, how it is shared, who gets it, when it is decided. */
const funding = objectOf({
  kind: { enum: ["funding"] },
  name: text,
  amount: text,
  sharing: { enum: ["competition", "head", "formula", "decided", "other"] },
  who: text,
  decided: text,
  source: textOrNull,
});
/** `url`: the page that lists exactly these comments. */
const listedCounts = { comments: count, threads: count, url: text };
const counts = arrayOf(objectOf({ id: text, name: text, ...listedCounts }));

const number = { type: "number" } as const;
const nullable = (schema: Schema) => ({ anyOf: [schema, { type: "null" }] });
const day = { type: "string", format: "date" } as const;
const place = { commentId: text, threadId: text };
const ratedComments = arrayOf(objectOf({ ...place, agrees: count, disagrees: count, passes: count }));
const share = objectOf({ agree: count, disagree: count, reacted: count });
const points = arrayOf(objectOf({ comment: text, side: { enum: ["agree", "disagree"] }, share }));
const release = objectOf({
  number: count,
  day,
  method: text,
  note: text,
  themes: arrayOf(text),
  sectors: arrayOf(text),
  districts: arrayOf(text),
  cells: arrayOf(objectOf({ theme: text, sector: text, district: text, people: count })),
});
/** The sections of a summary after its counts. */
const summaryProperties = {
  /** All comments on the strategy: under its LEPs, and those without a place; the two add up to `all`. */
  places: objectOf({ leps: counts, noPlace: objectOf(listedCounts), all: objectOf(listedCounts) }),
  release: nullable(release),
  coverage: nullable(
    objectOf({
      year: count,
      jobs: count,
      sectors: arrayOf(
        objectOf({
          id: text,
          name: text,
          lowPaid: { type: "boolean" },
          foundational: { type: "boolean" },
          people: countOrNull,
          share: countOrNull,
          jobs: count,
          jobsShare: count,
        }),
      ),
      districts: arrayOf(objectOf({ id: text, name: text, kind: text, people: countOrNull, residents: count })),
      kinds: arrayOf(objectOf({ kind: text, districts: count, people: countOrNull, residents: count })),
    }),
  ),
  supported: ratedComments,
  disputed: ratedComments,
  opinion: nullable(
    objectOf({
      day,
      people: count,
      groups: nullable(arrayOf(objectOf({ name: text, people: count, defining: points }))),
      why: { enum: ["too-few-people", "a-group-too-small", "no-clearer-than-chance", "not-stable", null] },
      gate: nullable(
        objectOf({
          silhouette: number,
          greatestShuffled: { type: ["number", "null"] },
          stability: { type: ["number", "null"] },
        }),
      ),
      consensus: points,
      groupAwareConsensus: points,
      divisive: arrayOf(objectOf({ comment: text, shares: arrayOf(share) })),
      map: nullable(
        objectOf({
          hexagons: arrayOf(objectOf({ group: count, x: number, y: number, people: count })),
          centres: arrayOf(objectOf({ x: number, y: number })),
          notDrawn: count,
        }),
      ),
    }),
  ),
  quotations: arrayOf(
    objectOf({
      themeId: text,
      ...place,
      quotation: text,
      start: count,
      end: count,
      group: textOrNull,
      minority: { type: "boolean" },
    }),
  ),
  campaigns: arrayOf(
    objectOf({ ...place, identical: count, identicalUrl: text, personalised: count, personalisedUrl: text }),
  ),
  responses: arrayOf(
    objectOf({
      responseId: text,
      union: text,
      branch: text,
      covers: text,
      asked: count,
      tookPart: count,
      method: { enum: ["ballot", "survey", "paper", "meetings", "delegates"] },
      minority: text,
      week: day,
    }),
  ),
  moderated: nullable(
    objectOf({
      day,
      held: count,
      published: count,
      returned: count,
      rejected: count,
      redacted: count,
      removed: count,
      appealsUpheld: count,
      medianHours: { type: ["number", "null"] },
      reasons: arrayOf(objectOf({ code: textOrNull, count })),
    }),
  ),
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

export const schemas = {
  Release: release,
  Lep: objectOf({
    id: text,
    name: text,
    title: text,
    kindName: text,
    kindPlural: text,
    regions: arrayOf(text),
    population: { type: ["integer", "null"] },
    tile: { type: ["object", "null"], properties: { q: { type: "integer" }, r: { type: "integer" } } },
    districtCount: count,
    strategies: arrayOf(
      objectOf({
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
  StrategyFacts: objectOf(facts),
  Strategy: objectOf({
    ...facts,
    summary: textOrNull,
    canChange: textOrNull,
    priorities: arrayOf(text),
    certainty: text,
    /** `isOurs`: we divided it into sections. `extensions`: of its closing day. */
    isOurs: { type: "boolean" },
    extensions: arrayOf(objectOf({ before: closesAt, after: { type: "string", format: "date-time" }, reason: text })),
    sources: arrayOf(text),
    contact: textOrNull,
    leps: arrayOf(objectOf({ id: text, title: text })),
    districts: arrayOf(
      objectOf({
        id: text,
        name: text,
        role: { enum: ["constituent", "lep_area", "lep_area_only", "former_lep_area"] },
      }),
    ),
    money: arrayOf(objectOf({ id: text, section: count, block: funding, threads: count })),
    sections: arrayOf(
      objectOf({ id: text, number: count, title: text, summary: text, foundationId: textOrNull, threads: count }),
    ),
  }),
  StrategySummary: objectOf(summary),
  /** `heard`: the people in the newest release of each LEP. */
  EntireStrategySummary: objectOf({
    ...summary,
    heard: arrayOf(objectOf({ lepId: text, number: count, day, people: countOrNull })),
  }),
  Comment: objectOf({
    id: text,
    threadId: text,
    strategyId: text,
    sectionNumber: count,
    isReply: { type: "boolean" },
    alias: text,
    state: { const: "published" },
    text,
    isRedacted: { type: "boolean" },
    stance: { enum: ["for", "neutral", "against", null] },
    week: { type: "string", format: "date" },
    themes: arrayOf(objectOf({ id: text, name: text })),
    lep: textOrNull,
    source: { enum: ["participant", "meeting_record", "import"] },
    agrees: count,
    disagrees: count,
    passes: count,
  }),
  BodyRecord: objectOf({
    bodyId: text,
    name: text,
    waiting: countOrNull,
    actions: arrayOf(objectOf({ action: text, count })),
    reasons: arrayOf(objectOf({ reason: text, count: countOrNull })),
    appeals: objectOf({ decided: countOrNull, upheldPercent: countOrNull }),
    reports: objectOf({ decided: countOrNull, changedPercent: countOrNull }),
    secondLooks: objectOf({ decided: countOrNull, agreedPercent: countOrNull }),
    originalsOpened: countOrNull,
    medianWaitHours: countOrNull,
    chain: objectOf({ length: count, head: text }),
  }),
  Head: objectOf({ day: text, length: count, hash: text }),
};
