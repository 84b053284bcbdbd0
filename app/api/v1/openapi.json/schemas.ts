const text = { type: "string" } as const;
const count = { type: "integer", minimum: 0 } as const;
/** Null: too few to say. */
const countOrNull = { type: ["integer", "null"], minimum: 0 } as const;
const textOrNull = { type: ["string", "null"] } as const;
const phase = { enum: ["reference", "open", "closed", "archived"] } as const;
const closesAt = { type: ["string", "null"], format: "date-time" } as const;

type Schema = Readonly<Record<string, unknown>>;

/** Every property is always there. */
const object = (properties: Record<string, Schema>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const listOf = (items: Schema) => ({ type: "array", items });

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
/** A line of the money: how much, how it is shared, who gets it, when it is decided. */
const funding = object({
  kind: { enum: ["funding"] },
  name: text,
  amount: text,
  sharing: { enum: ["competition", "head", "formula", "decided", "other"] },
  who: text,
  decided: text,
  source: textOrNull,
});
const counts = listOf(object({ id: text, name: text, comments: count, threads: count }));

const number = { type: "number" } as const;
const orNull = (schema: Schema) => ({ anyOf: [schema, { type: "null" }] });
const day = { type: "string", format: "date" } as const;
const place = { commentId: text, threadId: text };
const rated = listOf(object({ ...place, agrees: count, disagrees: count, passes: count }));
const share = object({ agree: count, disagree: count, reacted: count });
const points = listOf(object({ comment: text, side: { enum: ["agree", "disagree"] }, share }));
const release = object({
  number: count,
  day,
  method: text,
  note: text,
  themes: listOf(text),
  sectors: listOf(text),
  districts: listOf(text),
  cells: listOf(object({ theme: text, sector: text, district: text, people: count })),
});
/** What a summary says beside its counts. */
const whole = {
  release: orNull(release),
  coverage: orNull(
    object({
      year: count,
      jobs: count,
      sectors: listOf(
        object({
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
      districts: listOf(object({ id: text, name: text, kind: text, people: countOrNull, residents: count })),
      kinds: listOf(object({ kind: text, districts: count, people: countOrNull, residents: count })),
    }),
  ),
  supported: rated,
  disputed: rated,
  opinion: orNull(
    object({
      day,
      people: count,
      groups: orNull(listOf(object({ name: text, people: count, defining: points }))),
      why: { enum: ["too-few-people", "a-group-too-small", "no-clearer-than-chance", "not-stable", null] },
      gate: orNull(
        object({
          silhouette: number,
          greatestShuffled: { type: ["number", "null"] },
          stability: { type: ["number", "null"] },
        }),
      ),
      consensus: points,
      groupAwareConsensus: points,
      divisive: listOf(object({ comment: text, shares: listOf(share) })),
      map: orNull(
        object({
          hexagons: listOf(object({ group: count, x: number, y: number, people: count })),
          centres: listOf(object({ x: number, y: number })),
          notDrawn: count,
        }),
      ),
    }),
  ),
  quotations: listOf(
    object({
      themeId: text,
      ...place,
      quotation: text,
      start: count,
      end: count,
      group: textOrNull,
      minority: { type: "boolean" },
    }),
  ),
  campaigns: listOf(object({ ...place, identical: count, personalised: count })),
  responses: listOf(
    object({
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
  moderated: orNull(
    object({
      day,
      held: count,
      published: count,
      returned: count,
      rejected: count,
      redacted: count,
      removed: count,
      appealsUpheld: count,
      medianHours: { type: ["number", "null"] },
      reasons: listOf(object({ code: textOrNull, count })),
    }),
  ),
};

export const schemas = {
  Release: release,
  Lep: object({
    id: text,
    name: text,
    title: text,
    kindName: text,
    kindPlural: text,
    regions: listOf(text),
    population: { type: ["integer", "null"] },
    tile: { type: ["object", "null"], properties: { q: { type: "integer" }, r: { type: "integer" } } },
    districtCount: count,
    strategies: listOf(
      object({
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
  StrategyFacts: object(facts),
  Strategy: object({
    ...facts,
    summary: textOrNull,
    canChange: textOrNull,
    priorities: listOf(text),
    certainty: text,
    /** Whether we divided it into parts ourselves, and how often its closing day was moved. */
    isOurs: { type: "boolean" },
    extensions: listOf(object({ before: closesAt, after: { type: "string", format: "date-time" }, reason: text })),
    sources: listOf(text),
    contact: textOrNull,
    leps: listOf(object({ id: text, title: text })),
    districts: listOf(
      object({ id: text, name: text, role: { enum: ["constituent", "lep_area", "lep_area_only", "former_lep_area"] } }),
    ),
    money: listOf(object({ id: text, section: count, block: funding, threads: count })),
    sections: listOf(
      object({ id: text, number: count, title: text, summary: text, foundationId: textOrNull, threads: count }),
    ),
  }),
  StrategySummary: object({
    strategyId: text,
    areaName: text,
    phase,
    comments: count,
    threads: count,
    waiting: count,
    foundations: counts,
    themes: counts,
    stances: counts,
    ...whole,
  }),
  Comment: object({
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
    themes: listOf(object({ id: text, name: text })),
    lep: textOrNull,
    source: { enum: ["participant", "meeting_record", "import"] },
    agrees: count,
    disagrees: count,
    passes: count,
  }),
  BodyRecord: object({
    bodyId: text,
    name: text,
    waiting: countOrNull,
    deeds: listOf(object({ deed: text, count })),
    reasons: listOf(object({ reason: text, count: countOrNull })),
    appeals: object({ decided: countOrNull, upheldPercent: countOrNull }),
    reports: object({ decided: countOrNull, changedPercent: countOrNull }),
    secondLooks: object({ decided: countOrNull, agreedPercent: countOrNull }),
    originalsOpened: countOrNull,
    medianWaitHours: countOrNull,
    chain: object({ length: count, head: text }),
  }),
  Head: object({ day: text, length: count, hash: text }),
};
